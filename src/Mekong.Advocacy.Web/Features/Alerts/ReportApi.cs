using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Progress as the API tells it; observers get how many tenths are done and nothing else.</summary>
public sealed record ProgressJson(AlertStage Stage, int PercentDone, ProgressBarJson? Whole, IReadOnlyList<ProgressBarJson>? Parts);

/// <param name="Country">Null: the whole channel.</param>
public sealed record ProgressBarJson(
    string? Channel, string? Country, long Total, long Done, long Open, long Sent, long Failed, long Withheld, long Expired, double? PerSecond, double? SecondsLeft, IReadOnlyList<string> Happening)
{
    internal static ProgressBarJson Of(ProgressBar bar, IStringLocalizer<Words> words) => new(
        bar.Channel, bar.Country, bar.Total, bar.Done, bar.Open, bar.Sent, bar.Failed, bar.Suppressed, bar.Expired,
        bar.PerSecond, bar.Left?.TotalSeconds, [.. bar.Happening.Select(phrase => phrase.In(words))]);
}

/// <summary>Progress and report over HTTP: the numbers of the pages.</summary>
internal static class ReportApi
{
    public static void Map(RouteGroupBuilder alerts)
    {
        alerts.MapGet("/{id:guid}/progress", Progress).WithName("readProgress").Produces<ProgressJson>().ProducesProblem(404);
        alerts.MapGet("/{id:guid}/report", Report).WithName("readReport").Produces<ReportFigures>().ProducesProblem(404);
    }

    private static async Task<IResult> Progress(
        Guid id, ITables tables, ProgressReads reads, CurrentActor current, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await Row(tables, id, ct) is not { } alert) return Problems.Of([AlertRefusals.NoSuchAlert], words);
        var (open, view) = (current.Actor.IsOfTheSecretariat, await reads.Of(alert, open: false, ct));
        var (whole, channels) = (view.Progress.Whole, view.Progress.Channels);
        return Results.Ok(new ProgressJson(alert.Stage, alert.Audience is null ? 0 : whole.Tenths * 10, open ? ProgressBarJson.Of(whole, words) : null,
            open ? [.. channels.SelectMany(channel => channel.Countries.Prepend(channel.Bar)).Select(bar => ProgressBarJson.Of(bar, words))] : null));
    }

    private static async Task<IResult> Report(Guid id, ITables tables, CurrentActor current, IStringLocalizer<Words> words, CancellationToken ct) =>
        await Row(tables, id, ct) is null
            ? Problems.Of([AlertRefusals.NoSuchAlert], words)
            : Results.Ok(ReportFigures.Of(await ReportCount.Of(tables, id, ct), hide: !current.Actor.IsOfTheSecretariat));

    private static async Task<AlertRow?> Row(ITables tables, Guid id, CancellationToken ct) =>
        (await tables.Query<AlertRow>("select * from advocacy.alerts where id = @id", new { id }, ct)).SingleOrDefault();
}
