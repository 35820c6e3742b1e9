using System.ComponentModel;
using System.Diagnostics;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.Printing;

/// <summary>One run of Chromium for each page, in a folder of its own that goes with it. The page reaches no network and runs no script.</summary>
internal sealed partial class ChromiumPrinter(string? program, ILogger<ChromiumPrinter> logger) : IPagePrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>First in the page's head; before it nothing is fetched.</summary>
    private const string Fence = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    public bool IsThere => program is not null;

    public async Task<byte[]?> Print(string html, CancellationToken ct)
    {
        if (program is null) return null;
        var folder = Directory.CreateTempSubdirectory("advocacy-print-"); // to be read by this account alone
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html.Replace("<head>", $"<head>{Fence}", StringComparison.Ordinal), ct);
            var said = await Run(program, [.. ChromiumArguments.Of(folder.FullName), $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri], ct);
            if (File.Exists(pdf)) return await File.ReadAllBytesAsync(pdf, ct);
            NotPrinted(said);
            return null;
        }
        finally { Remove(folder); }
    }

    /// <summary>What it said on the way; it is stopped with all its children when it takes too long.</summary>
    private static async Task<string> Run(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true } };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            process.Start();
            process.StandardInput.Close();
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(patience.Token), process.StandardOutput.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return string.Concat(await said);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"It took longer than {Patience.TotalSeconds} s.";
        }
        catch (Win32Exception e) { return e.Message; }
        finally
        {
            if (IsRunning(process)) process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsRunning(Process process)
    {
        try { return !process.HasExited; }
        catch (InvalidOperationException) { return false; } // it never began
    }

    private static void Remove(DirectoryInfo folder)
    {
        try { folder.Delete(recursive: true); }
        catch (IOException) { } // a child of the browser still closes its files; the system clears its temporary folder
    }

    [LoggerMessage(LogLevel.Warning, "A page was not printed as PDF. Chromium said: {Said}")]
    private partial void NotPrinted(string said);
}
