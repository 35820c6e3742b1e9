namespace Mekong.Advocacy.Engines.Printing;

/// <summary>How the browser is to behave: alone, without a window, a profile of its own, nothing fetched.</summary>
internal static class ChromiumArguments
{
    public static IEnumerable<string> Of(string folder) =>
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
        $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", "--generate-pdf-document-outline",
        .. Environment.IsPrivilegedProcess ? (string[])["--no-sandbox"] : [], // for root it will not start otherwise
    ];
}
