using Mekong.Advocacy.Engines.PrivatePostgres;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.Printing;

/// <summary>Prints with the Chromium that the machine has.</summary>
public static class PrintingRegistration
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <param name="program">Path of the browser; null: looked for on PATH; "none": nothing is printed.</param>
    public static IServiceCollection AddPagePrinter(this IServiceCollection services, string? program) => services.AddSingleton<IPagePrinter>(provider => new ChromiumPrinter(
        program switch { null or "" => Names.Select(ProgramFinder.Find).FirstOrDefault(found => found is not null), "none" => null, _ => program },
        provider.GetRequiredService<ILogger<ChromiumPrinter>>()));
}
