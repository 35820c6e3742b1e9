namespace Mekong.Advocacy.Engines.Seams;

/// <summary>Turns a page of ours into a PDF in which every script is shaped as in a browser, tagged for those who hear it read.</summary>
public interface IPagePrinter
{
    /// <summary>False: nothing here can print, and packages go without a PDF.</summary>
    bool IsThere { get; }

    /// <summary>The page as PDF; null when it could not be printed, with the reason in the log.</summary>
    /// <param name="html">A whole document that needs nothing from elsewhere; none of its scripts run.</param>
    Task<byte[]?> Print(string html, CancellationToken ct);
}
