using System.Net;
using System.Text;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Writes an owner's weekly digest: every open step of theirs, the late ones first.</summary>
public sealed class Digests(ITables tables, FollowUpReaders readers, FollowUpOwners owners, FollowUpPost post, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<Letter> Write(FollowUpNotice notice, CancellationToken ct)
    {
        if (await readers.Reach(new(notice.ReaderKind, notice.ReaderId), ct) is not { } reader) return new(Withheld: "gone");
        if (reader.Email is not { } address) return new(Withheld: "no-address");
        var steps = await tables.Query<FollowUpRow>("""
            select * from advocacy.follow_ups where owner_id = @FollowUpId and state not in ('Done', 'Dropped') order by due_on nulls last, priority, id limit @Most
            """, new { notice.FollowUpId, Most }, ct);
        if (steps.Count == 0) return new(Withheld: "nothing");
        var (html, text, now) = (new StringBuilder(), new StringBuilder(), clock.GetUtcNow());
        foreach (var step in steps)
        {
            var link = await post.LinkFor(notice, reader, step.Id, ct);
            var when = When(step, reader.Language, now);
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li><a href=\"{WebUtility.HtmlEncode(link)}\" lang=\"{step.Language}\">{WebUtility.HtmlEncode(step.Step)}</a><br>{WebUtility.HtmlEncode(when)}</li>");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {step.Step}\n  {when}\n  {link}\n\n");
        }
        var owner = await owners.NameOf(new(steps[0].OwnerKind, steps[0].OwnerId), reader.Language, ct);
        var first = await post.LinkFor(notice, reader, steps[0].Id, ct);
        var said = new FollowUpMail(owner, steps[0].Step, "", "", first, steps.Count, text.ToString().TrimEnd()) { HtmlList = html.ToString() };
        return new(Mail: await post.Mail(notice, FollowUpMailKind.Digest, said, reader.Language, address, ct));
    }

    private static string When(FollowUpRow step, string language, DateTimeOffset now)
    {
        if (step.DueOn is not { } due) return WordsIn.Of(language, $"follow-up.due.{step.DueRule}");
        var today = CountryDays.DayAt(now, step.Country);
        var word = WordsIn.Of(language, due < today ? "follow-up.late" : due == today ? "follow-up.today" : "follow-up.due");
        return $"{word}: {Days.Written(due, language)}";
    }
}
