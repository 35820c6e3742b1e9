using System.Diagnostics;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>A program that was run to its end: its exit code and what it printed.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<Command> Run(IReadOnlyList<string> line, CancellationToken ct)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/", // the caller's folder may be closed to the account the program runs as
        };
        foreach (var name in start.Environment.Keys.Where(IsForPostgres).ToArray()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return new Command(process.ExitCode, (await output + await errors).Trim());
    }

    // PGDATA, PGPORT and the like of the caller's own server must not steer ours.
    private static bool IsForPostgres(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}
