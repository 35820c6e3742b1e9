namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>The account the server runs as. PostgreSQL refuses root, so root lends it another user.</summary>
internal sealed record ServerAccount(string Name, string? Owner, IReadOnlyList<string> Prefix)
{
    public static async Task<ServerAccount> Choose(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess) return new ServerAccount(Environment.UserName, null, []);
        foreach (var name in new[] { "postgres", "nobody" })
        {
            var user = await Command.Run(["id", "-u", name], ct);
            var group = await Command.Run(["id", "-g", name], ct);
            if (!user.Succeeded || !group.Succeeded) continue;
            var owner = $"{user.Output}:{group.Output}";
            if (ProgramFinder.Find("setpriv") is { } setpriv)
                return new ServerAccount(name, owner, [setpriv, $"--reuid={user.Output}", $"--regid={group.Output}", "--clear-groups"]);
            if (ProgramFinder.Find("runuser") is { } runuser)
                return new ServerAccount(name, owner, [runuser, "-u", name, "--"]);
        }
        throw new PrivatePostgresException(
            "PostgreSQL does not run as root, and neither setpriv nor runuser is here to run it as another user: start the platform as an ordinary user.");
    }

    /// <summary>Hands a file or folder to the account.</summary>
    public async Task Give(string path, CancellationToken ct)
    {
        if (Owner is null) return;
        var done = await Command.Run(["chown", Owner, path], ct);
        if (!done.Succeeded) throw new PrivatePostgresException($"{path} could not be given to the user {Name}: {done.Output}");
    }

    /// <summary>The account must be able to enter every folder above its own.</summary>
    public async Task MustReach(string folder, CancellationToken ct)
    {
        if (Owner is null || await CanEnter(folder, ct)) return;
        var closed = folder;
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
            if (!await CanEnter(above, ct)) closed = above;
        throw new PrivatePostgresException(
            $"The folder {closed} is closed to the user {Name}, as whom the database runs because the platform was started as root: open it (chmod o+x {closed}) or choose another data folder (Advocacy__DataDirectory).");
    }

    private async Task<bool> CanEnter(string folder, CancellationToken ct) =>
        (await Command.Run([.. Prefix, ProgramFinder.Find("test") ?? "test", "-x", folder], ct)).Succeeded;
}
