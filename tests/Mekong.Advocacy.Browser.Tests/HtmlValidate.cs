using System.Diagnostics;
using System.Security.Cryptography;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>Reads pages with html-validate, installed once per lock file into the machine's folder for temporary files.</summary>
internal static class HtmlValidate
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "node");

    /// <summary>What it found wrong in the files of a folder, a line each; empty when all are valid.</summary>
    public static async Task<string[]> Errors(string folder, CancellationToken ct)
    {
        var home = await Installed(ct);
        var (code, said) = await Run("node", home, ["node_modules/html-validate/bin/html-validate.mjs", "--config", Path.Combine(Source, "htmlvalidate.json"), "--formatter", "text", folder], ct);
        return code == 0 ? [] : said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Filled beside and then renamed, so that a half install is never used.</summary>
    private static async Task<string> Installed(CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"), ct)));
        var home = Path.Combine(Path.GetTempPath(), $"mekong-html-validate-{hash[..16]}");
        if (Directory.Exists(home)) return home;
        var work = Directory.CreateTempSubdirectory("mekong-html-validate-").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(Source, file), Path.Combine(work, file));
        try
        {
            var (code, _) = await Run("npm", work, ["ci", "--omit=optional", "--omit=peer", "--ignore-scripts", "--no-audit", "--no-fund"], ct);
            if (code != 0) Assert.Skip("npm could not install html-validate here.");
        }
        catch (System.ComponentModel.Win32Exception) { Assert.Skip("npm is not installed here."); }
        try { Directory.Move(work, home); }
        catch (IOException) when (Directory.Exists(home)) { Directory.Delete(work, recursive: true); }
        return home;
    }

    private static async Task<(int Code, string Said)> Run(string program, string folder, string[] arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await said + await complained);
    }
}
