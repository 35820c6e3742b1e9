using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Invitations;

/// <summary>Who is asked, when, and how often: once.</summary>
public sealed class InvitationsTests(TestPostgres postgres)
{
    [Fact]
    public async Task Every_member_is_asked_once_in_their_language_however_often_the_job_runs()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU", "km");
        var second = await chamber.Officer(river.Id, "th", mandate: false);
        var garment = await chamber.Member("Garment Workers Circle", "GWC");
        var mute = await chamber.Member("Hill Farmers House", "HFH", mandate: false); // nobody may sign for it
        var observer = await chamber.Member("Observing Friends", "OF");
        Answers.Done(await chamber.Desk.Coordinator.Post($"/organisations/{observer.Id}/standing", new { standing = "observer" }));
        var id = await chamber.Opened();
        var mail = await chamber.MailTo(river.Email);
        await chamber.MailTo(second.Email);
        await chamber.MailTo(garment.Email);
        await chamber.Run(new InviteMembers(id, InvitationKind.Invitation, 1));
        await chamber.Run(new MailInvitations(id));
        foreach (var job in await chamber.Jobs(CommandNames.MailInvitation)) await chamber.Run(CommandNames.Read(job.Job.Command, job.Job.Arguments));
        await chamber.Quiet();
        Assert.Equal((3, 0), chamber.Network.Mail.Tally());
        Assert.Empty(chamber.Mails(mute.Email));
        Assert.Empty(chamber.Mails(observer.Email));
        Assert.Contains("Content-Language: km", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("/km/i/", Chamber.Path(mail), StringComparison.Ordinal);
        Assert.All(await chamber.Jobs(CommandNames.MailInvitation), job => Assert.DoesNotContain("@", job.Job.Key + job.Job.Arguments, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_silent_are_reminded_once_and_a_later_deadline_moves_the_hour()
    {
        await using var chamber = await Chamber.Open(postgres);
        var (signs, declines, silent) = (await chamber.Member("Signing Alliance", "SA"), await chamber.Member("Declining Forum", "DF"), await chamber.Member("Silent Circle", "SC"));
        var id = await chamber.Opened();
        var (yes, no) = (Chamber.Path(await chamber.MailTo(signs.Email)), Chamber.Path(await chamber.MailTo(declines.Email)));
        await chamber.MailTo(silent.Email);
        using var visitor = chamber.Site.Public();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "en", ["textHash"] = await chamber.Hash(id), ["display"] = "Shown" });
        Assert.Equal(302, (int)(await visitor.Ask(HttpMethod.Post, yes + "?handler=Sign", form)).StatusCode);
        Assert.Equal(302, (int)(await visitor.Ask(HttpMethod.Post, no + "?handler=Decline", new FormUrlEncodedContent([]))).StatusCode);

        var closes = (await chamber.Statement(id)).GetProperty("statement").GetProperty("closesAt").GetDateTimeOffset();
        await Until.Sees(() => chamber.Jobs(CommandNames.RemindMembers), jobs => jobs is [var job] && job.Job.DueAt == closes.AddHours(-72), "the reminder has its hour");
        await chamber.MoveDeadline(id, closes.AddDays(5));
        await Until.Sees(() => chamber.Jobs(CommandNames.RemindMembers), jobs => jobs is [var job] && job.Job.DueAt == closes.AddDays(5).AddHours(-72), "the hour has moved");
        await chamber.Run(new RemindMembers(id)); // too early
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.invitations where kind = 'Reminder'"));

        chamber.Network.Clock.Move(closes.AddDays(5).AddHours(-72).AddSeconds(1) - chamber.Now);
        await chamber.Run(new RemindMembers(id));
        await chamber.Run(new RemindMembers(id));
        await chamber.MailTo(silent.Email, "invitation", nth: 2);
        await chamber.Quiet();
        Assert.Equal(2, chamber.Mails(silent.Email).Count);
        Assert.Single(chamber.Mails(signs.Email, "invitation"));
        Assert.Single(chamber.Mails(declines.Email));
    }

    [Fact]
    public async Task Whoever_signed_is_asked_again_when_the_text_changes_and_told_what_silence_means()
    {
        await using var chamber = await Chamber.Open(postgres);
        var (signs, silent) = (await chamber.Member("Signing Alliance", "SA"), await chamber.Member("Silent Circle", "SC"));
        var id = await chamber.Opened(silence: "lapse");
        var path = Chamber.Path(await chamber.MailTo(signs.Email));
        using var visitor = chamber.Site.Public();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "en", ["textHash"] = await chamber.Hash(id), ["display"] = "Sealed" });
        Assert.Equal(302, (int)(await visitor.Ask(HttpMethod.Post, path + "?handler=Sign", form)).StatusCode);
        await chamber.Revise(id);
        var again = await chamber.MailTo(signs.Email, "invitation", nth: 2);
        Assert.Contains("lapses when signing ends", Chamber.Words(again), StringComparison.Ordinal);
        await chamber.Quiet();
        Assert.Single(chamber.Mails(silent.Email));
        var page = await (await visitor.Ask(HttpMethod.Get, Chamber.Path(again))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("signed version 1; this is version 2", page, StringComparison.Ordinal);
        Assert.Contains("this month", page, StringComparison.Ordinal);
    }
}
