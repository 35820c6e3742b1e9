using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Features.Statements.Public;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>What machines read of the tracker: a feed and a table for everything, for a country, for an authority.</summary>
internal static class TrackerFiles
{
    public static void Map(WebApplication app)
    {
        var shows = new PublicPageAttribute("commitment", "recommendation", "authority", "forum");
        foreach (var scope in new[] { "", "/country/{country:length(2)}", "/authority/{authority:guid}" })
        {
            Get($"{scope}/feed.xml", async (string language, string? country, Guid? authority, TrackerReads reads, AdvocacySettings settings, HttpContext http, CancellationToken ct) =>
                await Of(new(country, authority), reads, ct) is { } view
                    ? PublicFiles.Tagged(http, new TrackerFeed(language, settings.PublicUrl, new(country, authority), key => WordsIn.Of(language, key)).Write(view.Commitments), "application/atom+xml; charset=utf-8")
                    : Results.NotFound());
            Get($"{scope}/promises.csv", async (string language, string? country, Guid? authority, TrackerReads reads, AdvocacySettings settings, HttpContext http, CancellationToken ct) =>
                await Of(new(country, authority), reads, ct) is { } view ? PublicFiles.Tagged(http, TrackerCsv.Of(view, language, settings.PublicUrl), ReportCsv.Type) : Results.NotFound());
        }

        void Get(string path, Delegate answer) => app.MapGet("/{language:language}/tracker" + path, answer).AllowAnonymous().ExcludeFromDescription().WithMetadata(shows);
    }

    /// <summary>Null: nobody there was ever asked anything in public.</summary>
    private static async Task<TrackerView?> Of(TrackerScope scope, TrackerReads reads, CancellationToken ct) =>
        (await reads.All(ct)).In(scope) is var view && (scope is { Country: null, AuthorityId: null } || view.Authorities.Any()) ? view : null;
}
