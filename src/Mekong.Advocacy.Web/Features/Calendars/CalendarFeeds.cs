using System.Text;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements.Public;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>
/// Calendars to subscribe to. Anybody's, for a country and a forum, say what the public tracker says. Under a person's secret link they also
/// have the meetings and next steps that are theirs.
/// </summary>
internal static class CalendarFeeds
{
    private static readonly PublicPageAttribute Shows = new("forum", "commitment");

    public static void Map(WebApplication app)
    {
        Get("/{language:language}/calendar/country/{country:length(2)}.ics", (string language, string country, CalendarReads reads, HttpContext http, CancellationToken ct) =>
            Country.IsKnown(country) ? Answer(new(country), WordsIn.Country(language, country), language, reads, http, ct) : NotFound).WithMetadata(Shows);
        Get("/{language:language}/calendar/forum/{forum:guid}.ics", async (string language, Guid forum, DialogueReads dialogues, CalendarReads reads, HttpContext http, CancellationToken ct) =>
            await dialogues.Forum(forum, ct) is { } row ? await Answer(new(ForumId: forum), row.Name(language).Text, language, reads, http, ct) : Results.NotFound()).WithMetadata(Shows);
        Get("/{language:language}/calendar/mine/{token}.ics", (string language, string token, Own own, HttpContext http, CancellationToken ct) =>
            own.Answer(token, new(), language, http, ct));
        Get("/{language:language}/calendar/mine/{token}/country/{country:length(2)}.ics", (string language, string token, string country, Own own, HttpContext http, CancellationToken ct) =>
            own.Answer(token, new(country), language, http, ct));
        Get("/{language:language}/calendar/mine/{token}/forum/{forum:guid}.ics", (string language, string token, Guid forum, Own own, HttpContext http, CancellationToken ct) =>
            own.Answer(token, new(ForumId: forum), language, http, ct));

        RouteHandlerBuilder Get(string path, Delegate answer) => app.MapGet(path, answer).AllowAnonymous().ExcludeFromDescription();
    }

    private static Task<IResult> NotFound => Task.FromResult(Results.NotFound());

    private static async Task<IResult> Answer(CalendarScope scope, string name, string language, CalendarReads reads, HttpContext http, CancellationToken ct) =>
        PublicFiles.Tagged(http, Encoding.UTF8.GetBytes(ICalendar.Write(name, language, await reads.Entries(scope, language, ct))), ICalendar.MediaType);

    /// <summary>A person's own: kept by nobody on the way, and found only as long as the link, the account and its roles stand.</summary>
    internal sealed class Own(CalendarLinks links, CalendarReads reads, UserManager<Account> accounts, FocalPoints officers)
    {
        public async Task<IResult> Answer(string token, CalendarScope scope, string language, HttpContext http, CancellationToken ct)
        {
            http.Response.Headers.CacheControl = "private, no-store";
            if (await links.Owner(token, ct) is not { } id || await accounts.FindByIdAsync(id.ToString()) is not { } account) return Results.NotFound();
            var actor = new Actor(id, [.. await accounts.GetRolesAsync(account)]);
            if (!actor.IsOfTheSecretariat && !actor.Roles.Contains(Role.Member)) return Results.NotFound();
            var people = actor.IsOfTheSecretariat && !actor.Roles.Contains(Role.Member) ? [] : await officers.ByAccount(id, ct);
            Guid[] organisations = [.. people.Select(one => one.OrganisationId).Distinct()];
            var reader = new CalendarReader(id, actor.IsOfTheSecretariat, [id, .. organisations, .. people.Select(one => one.Id)], organisations);
            return await CalendarFeeds.Answer(scope with { Reader = reader }, WordsIn.Of(language, "calendar.mine"), language, reads, http, ct);
        }
    }
}
