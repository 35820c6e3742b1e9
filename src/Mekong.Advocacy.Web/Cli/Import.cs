using System.CommandLine;
using MediatR;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Enters a list of subscribers from a file.</summary>
internal static class Import
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "header: " + string.Join(',', ListLines.Columns) };
        var dryRun = new Option<bool>("--dry-run") { Description = "only say what would happen" };
        var subscribers = new Command("subscribers", "People who asked for alerts, from a CSV file. Entering it twice changes nothing.") { file, dryRun };
        subscribers.SetAction((parsed, ct) => CommandLine.Run(services => Run(services, parsed.GetValue(file)!, parsed.GetValue(dryRun), ct), ct));
        return new Command("import", "Enter lists from files.") { subscribers };
    }

    private static async Task<int> Run(IServiceProvider services, FileInfo file, bool dryRun, CancellationToken ct)
    {
        if (!file.Exists) throw new Hosting.StartupException($"There is no file {file.FullName}.");
        var lines = File.ReadLines(file.FullName).Count() - 1;
        await using var csv = file.OpenRead();
        var report = await Watch.Count("lines", lines, progress =>
            services.GetRequiredService<IMediator>().Send(new ImportSubscribers(csv, dryRun, progress), ct));
        var words = services.GetRequiredService<IStringLocalizer<Words>>();
        foreach (var fault in report.Faults) await Console.Out.WriteLineAsync($"line {fault.Line}: {words.Sentence(fault.Refusal)}");
        await Console.Out.WriteLineAsync(
            $"{report.Lines} lines: {report.Imported} imported, {report.Updated} updated, {report.Unchanged} unchanged, {report.Refused} refused{(dryRun ? " (dry run: nothing was written)" : "")}");
        return report.Refused == 0 ? 0 : 2;
    }
}
