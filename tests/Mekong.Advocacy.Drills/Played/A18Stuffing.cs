using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Made-up people sign from one address, then from five hundred, and one person under many spellings of one address; all of them confirm.</summary>
internal sealed class A18Stuffing : IDrill
{
    private const int Houses = 500, PerHour = 30, Honest = 20, Spellings = 500, MostConfirmed = 1_000, MailsADay = 5;

    public string Name => "A18";
    public string Words => "signature stuffing";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var fakes = Math.Max(Houses, scene.Seed.Mails / 5);
        var (desk, web, _) = await scene.Open(ct);
        var statement = await OpenStatement.Make(scene, desk.Coordinator, ct);
        using var people = new Stuffers(web.Url, statement.Id, statement.Hash);
        var begin = TimeProvider.System.GetUtcNow();
        await people.Sign(Enumerable.Range(1, fakes).Select(n => ("127.0.1.1", Text($"one{n}@stuffing{n % 700}.example"))), ct);
        await people.Sign(Enumerable.Range(1, fakes).Select(n => (House(n % Houses), Text($"many{n}@gmail.com"))), ct);
        var minutes = Math.Ceiling((TimeProvider.System.GetUtcNow() - begin).TotalMinutes);
        await people.Sign(Enumerable.Range(1, Spellings).Select(n => (Text($"127.8.{n / 2 % 250}.{1 + n % 2 + n / 500 * 2}"), Spelling(n))), ct);
        await people.Sign(Enumerable.Range(1, Honest).Select(n => (Text($"127.9.{n}.1"), Text($"honest{n}@home{n}.example"))), ct);
        outcome.Is("people who exist as they signed", await Count(scene, "true", ct), fakes * 2L + 1 + Honest);
        await people.Confirm(await Links(scene, "one%", MostConfirmed, "127.0.1.1", ct), ct);
        await people.Confirm(await Links(scene, "many%", MostConfirmed, "127.0.2.1", ct), ct);
        await people.Confirm(await Links(scene, "", MostConfirmed, "127.9.9.9", ct), ct);
        outcome.Is("answers other than 200", people.Wrong, 0);
        outcome.AtMost("counted, from one address", await Counted(scene, "127.0.1.0/24", ct), Math.Min(5, minutes));
        outcome.AtMost("counted, from five hundred", await Counted(scene, "127.0.2.0/24", ct) + await Counted(scene, "127.0.3.0/24", ct), PerHour * 2);
        outcome.AtMost("mails to one under many spellings", scene.Mail.Books.Messages.Count(mail => Mailboxes.Of(mail.Recipient) == "spelled@gmail.com"), MailsADay);
        outcome.AtMost("mails to people who were made up", scene.Mail.Books.Messages.Count(mail => mail.Recipient.StartsWith("one", StringComparison.Ordinal) || mail.Recipient.StartsWith("many", StringComparison.Ordinal)), PerHour * 3);
        await Remove(scene, outcome, desk.Coordinator, statement.Id, web.Url, ct);
    }

    /// <summary>One act: the three places that stand out.</summary>
    private static async Task Remove(Scene scene, Outcome outcome, HttpClient coordinator, Guid statement, Uri site, CancellationToken ct)
    {
        var seen = await coordinator.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/statements/{statement}/sign-ons/waves", UriKind.Relative), ct);
        var places = seen.EnumerateArray().Select(wave => wave.GetProperty("place").GetString()).OfType<string>().ToList();
        var began = Stopwatch.GetTimestamp();
        using var answer = await coordinator.PostAsJsonAsync(new Uri($"api/v1/statements/{statement}/sign-ons/waves", UriKind.Relative),
            new { action = "remove", place = string.Join(' ', places), reason = "Made up" }, ct);
        outcome.Is("the answer to removing the wave", (int)answer.StatusCode, 204);
        var left = $"stage in ('Pending', 'Live') and exists (select from advocacy.offers o where o.sign_on_id = s.id and encode(o.place, 'hex') = any('{{{string.Join(',', places)}}}'))";
        await Until.Sees(() => Count(scene, left, ct), count => count == 0, "the wave is gone", 300, ct);
        outcome.Says("seconds until the wave was gone", Stopwatch.GetElapsedTime(began).TotalSeconds);
        outcome.Is("counted afterwards", await Count(scene, "stage = 'Live'", ct), Honest + 1L);
        using var visitor = new HttpClient { BaseAddress = site };
        await Until.Sees(() => visitor.GetStringAsync(new Uri($"en/statements/{statement}", UriKind.Relative), ct), page => page.Contains($"People: {Honest + 1}", StringComparison.Ordinal), "the public page tells so", 10, ct);
    }

    private static string House(int number) => Text($"127.0.{2 + number / 250}.{1 + number % 250}");

    private static string Spelling(int number) => number % 2 == 0 ? Text($"s.pelled+{number}@gmail.com") : Text($"spell.e.d+{number}@googlemail.com");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task<long> Count(Scene scene, string which, CancellationToken ct) => scene.Database.Ask<long>($"select count(*) from advocacy.sign_ons s where {which}", ct);

    private static async Task<long> Counted(Scene scene, string range, CancellationToken ct) =>
        await Count(scene, $"stage = 'Live' and exists (select from advocacy.offers o where o.sign_on_id = s.id and encode(o.place, 'hex') = '{await Place(scene, range, ct)}')", ct);

    private static async Task<string> Place(Scene scene, string range, CancellationToken ct)
    {
        await using var platform = await InProcess.Open(ProcessRole.Verb, scene.Settings, null, ct);
        return Convert.ToHexStringLower(platform.App.Services.GetRequiredService<Offers>().PlacePrint(range));
    }

    /// <summary>As whoever made the people up would press them, had the mails come: the links of so many offers, by the address that was typed.</summary>
    private static async Task<IReadOnlyList<(string From, string Link)>> Links(Scene scene, string like, int most, string from, CancellationToken ct)
    {
        await using var platform = await InProcess.Open(ProcessRole.Verb, scene.Settings, null, ct);
        var (offers, links) = (platform.App.Services.GetRequiredService<Offers>(), platform.App.Services.GetRequiredService<Links>());
        var found = new List<(string, string)>();
        foreach (var number in await scene.Database.Column<long>("select number from advocacy.offers order by number", ct))
        {
            if (found.Count == most) break;
            var address = offers.Open((await offers.Find(number, ct))!).Email;
            var made = address.StartsWith("one", StringComparison.Ordinal) ? "one%" : address.StartsWith("many", StringComparison.Ordinal) ? "many%" : "";
            if (made == like) found.Add((from, $"/en/sign/{links.Token(Offers.Purpose, number)}"));
        }
        return found;
    }
}
