using System.Diagnostics;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>A program that is not ours: run to its end, or kept until the test is over.</summary>
internal sealed class OutsideProgram : IDisposable
{
    private readonly Process process;

    private OutsideProgram(Process process) => this.process = process;

    public bool Running => !process.HasExited;
    public StreamReader Output => process.StandardOutput;

    /// <summary>The full path; where the program is missing, the test is skipped with that reason.</summary>
    public static string Path(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/usr/bin"]);
        var found = System.IO.Path.IsPathRooted(name) ? name : folders.Select(f => System.IO.Path.Combine(f, name)).FirstOrDefault(File.Exists);
        if (!File.Exists(found)) Assert.Skip($"{name} is not installed.");
        return found!;
    }

    public static OutsideProgram Start(string name, string folder, params string[] arguments) =>
        new(Process.Start(new ProcessStartInfo(Path(name), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Runs it to its end, two minutes at most.</summary>
    public static async Task<(int Code, string Output)> Run(string name, string folder, string[] arguments, string input = "")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var program = Start(name, folder, arguments);
        var texts = Task.WhenAll(program.Output.ReadToEndAsync(limit.Token), program.process.StandardError.ReadToEndAsync(limit.Token));
        await program.process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
        program.process.StandardInput.Close();
        await program.process.WaitForExitAsync(limit.Token);
        return (program.process.ExitCode, string.Concat(await texts));
    }

    public void Dispose()
    {
        if (Running) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
