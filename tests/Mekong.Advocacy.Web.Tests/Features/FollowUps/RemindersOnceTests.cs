using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

/// <summary>Before, on and after the day, then to the coordinator, and on Mondays: each thing once, whatever runs how often.</summary>
public sealed class RemindersOnceTests(TestPostgres postgres)
{
    private const string Coordinator = "coordinator@mekong.example";

    [Fact]
    public async Task Owners_are_reminded_three_times_and_the_coordinator_once()
    {
        await using var owing = await Owing.Open(postgres);
        var river = await owing.Member("River Union", "km");
        var hills = await owing.Member("Hill Farmers House", "vi", email: false, phone: "+84912345678");
        var step = await owing.Step(river, new { date = "2027-01-20" });
        await owing.Step(hills, new { workingDays = 7, after = "2027-01-11" }, "Call the office");
        Assert.Equal("2027-01-20", await owing.DueOn(step));
        await owing.Quiet();
        Assert.Empty(owing.Mails(river.Email!));

        owing.ToTheMorningOf(1, 15);
        var before = await owing.MailTo(river.Email!, "before");
        Assert.Contains("Content-Language: km", before.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2027-01-20", Owing.Words(before), StringComparison.Ordinal);
        Assert.StartsWith("/km/f/", Owing.Path(Owing.Words(before)), StringComparison.Ordinal);
        await Until.True(() => owing.Network.Twilio.Messages.Count == 1, "a text to whoever has no address");
        Assert.Contains("/vi/f/", owing.Network.Twilio.Messages.Single().Body, StringComparison.Ordinal);

        owing.ToTheMorningOf(1, 18);
        Assert.Contains("/km/f/", Owing.Words(await owing.MailTo(river.Email!, "digest")), StringComparison.Ordinal);
        owing.ToTheMorningOf(1, 20);
        await owing.MailTo(river.Email!, "on-the-day");
        owing.ToTheMorningOf(1, 21);
        await owing.MailTo(river.Email!, "after");
        owing.ToTheMorningOf(1, 25);
        await owing.MailTo(Coordinator, "escalation", nth: 2);
        await owing.MailTo(river.Email!, "digest", nth: 2);
        await owing.RunEverythingAgain();
        await owing.Quiet();
        Assert.Equal(["before", "digest", "on-the-day", "after", "digest"], owing.Mails(river.Email!).Select(mail => mail.MessageId.Split('.')[1]));
        Assert.Equal((7, 0), owing.Network.Mail.Tally());
        Assert.Equal(3, owing.Network.Twilio.Messages.Count);
        Assert.Equal(3, owing.Network.Twilio.Messages.DistinctBy(text => text.Body).Count());
        Assert.Equal(2, await owing.Network.Number("select count(*) from advocacy.follow_up_notices where withheld = 'no-address' and kind = 'Digest'"));
        Assert.Equal(0, await owing.Network.Number("select count(*) from advocacy.follow_up_notices where sent_at is null and withheld is null"));
        owing.ToTheMorningOf(1, 27);
        await owing.Quiet();
        Assert.Equal((7, 0), owing.Network.Mail.Tally()); // no daily repeat
    }

    [Fact]
    public async Task A_forum_that_moves_takes_its_steps_along_and_one_that_is_called_off_leaves_them_without_a_day()
    {
        await using var owing = await Owing.Open(postgres);
        var (river, forum) = (await owing.Member("River Union"), await owing.Forum(from: "2027-01-26", until: "2027-01-27"));
        var step = await owing.Step(river, new { forumId = forum, daysBefore = 5 });
        Assert.Equal("2027-01-21", await owing.DueOn(step));
        owing.ToTheMorningOf(1, 18);
        await owing.MailTo(river.Email!, "before");
        Answers.Done(await owing.Desk.Coordinator.Post($"/forums/{forum}/move", new { from = "2027-02-23", until = "2027-02-24", city = "Vientiane", reason = "The host asked for it" }));
        await Until.Sees(() => owing.DueOn(step), due => due == "2027-02-18", "the step follows its forum");
        await Until.Sees(() => owing.Read(step), read => read.GetProperty("history")[0].GetProperty("what").GetString() == "FollowUpDueMoved", "the history says so");
        owing.ToTheMorningOf(1, 22);
        await owing.Quiet();
        Assert.Empty(owing.Mails(river.Email!, "on-the-day"));
        owing.ToTheMorningOf(2, 15);
        await owing.MailTo(river.Email!, "before", nth: 2);
        Answers.Done(await owing.Desk.Coordinator.Post($"/forums/{forum}/cancel", new { reason = "Elections" }));
        await Until.Sees(() => owing.DueOn(step), due => due is null, "nobody knows the day any more");
        owing.ToTheMorningOf(2, 25);
        await owing.Quiet();
        await owing.RunEverythingAgain();
        Assert.Equal(2, owing.Mails(river.Email!, "before").Count);
        Assert.Empty(owing.Mails(river.Email!, "after"));
        Assert.Empty(owing.Mails(Coordinator, "escalation"));
    }

    [Fact]
    public async Task What_sleeps_is_silent_and_what_is_done_is_never_heard_of_again()
    {
        await using var owing = await Owing.Open(postgres);
        var (river, hills) = (await owing.Member("River Union"), await owing.Member("Hill Farmers House"));
        var (sleeps, done) = (await owing.Step(river, new { date = "2027-01-20" }), await owing.Step(hills, new { date = "2027-01-20" }));
        Answers.Refuses(422, "follow-up.needs-reason", await owing.Desk.Coordinator.Post($"/follow-ups/{sleeps}/snooze", new { until = "2027-01-27" }));
        Answers.Done(await owing.Desk.Coordinator.Post($"/follow-ups/{sleeps}/snooze", new { until = "2027-01-27", reason = "The office is closed" }));
        owing.ToTheMorningOf(1, 15);
        await owing.MailTo(hills.Email!, "before");
        Answers.Refuses(422, "follow-up.needs-outcome", await owing.Desk.Coordinator.Post($"/follow-ups/{done}/state", new { state = "done" }));
        Answers.Done(await owing.Desk.Coordinator.Post($"/follow-ups/{done}/state", new { state = "done", words = "It is on 12 March." }));
        owing.ToTheMorningOf(1, 27);
        await owing.MailTo(river.Email!, "after"); // the one that is true now
        await owing.MailTo(river.Email!, "digest");
        owing.ToTheMorningOf(2, 1);
        await owing.MailTo(Coordinator, "escalation");
        await owing.MailTo(river.Email!, "digest", nth: 2);
        await owing.Quiet();
        Assert.Equal(["after", "digest", "digest"], owing.Mails(river.Email!).Select(mail => mail.MessageId.Split('.')[1]).Order());
        Assert.Single(owing.Mails(hills.Email!));
        Assert.Single(owing.Mails(Coordinator));
    }
}
