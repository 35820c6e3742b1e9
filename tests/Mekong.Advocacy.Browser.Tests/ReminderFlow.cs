using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The clock moves from morning to morning: what is owed is heard of before, on and after its day, then by the coordinator, and on Mondays; each once.</summary>
internal sealed class ReminderFlow(JointPlatform platform, RecordedDialogue recorded)
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1.5);

    private DateTimeOffset Now => platform.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task Run()
    {
        var mornings = new SortedSet<DateTimeOffset>();
        var calendar = platform.Services.GetRequiredService<Holidays>().CalendarOf("KH");
        await using (var scope = platform.Services.CreateAsyncScope())
            foreach (var id in recorded.Steps.Take(2))
                mornings.UnionWith(Reminders.Of((await scope.ServiceProvider.GetRequiredService<Decider>().Load(FollowUp.Fold, id, CancellationToken.None)).State, calendar).Select(reminder => reminder.At));
        var last = mornings.Max;
        for (var monday = Digest.MondayAfter(Now); CountryDays.MorningOf(monday, "TH") <= last; monday = monday.AddDays(7)) mornings.Add(CountryDays.MorningOf(monday, "TH"));
        foreach (var morning in mornings.Where(at => at > Now))
        {
            platform.MoveTo(morning - Before);
            await Quiet(morning);
        }
        await Sent();
    }

    /// <summary>Every job that was due at that hour has run.</summary>
    private async Task Quiet(DateTimeOffset hour)
    {
        var jobs = platform.Services.GetRequiredService<IJobScheduler>();
        for (var tries = 0; ; tries++)
        {
            var left = (await jobs.List(CancellationToken.None)).Where(job => job.Stage is JobStage.Running or JobStage.Queued or JobStage.Failed && job.Job.DueAt <= Now).ToList();
            if (Now > hour + TimeSpan.FromSeconds(1) && left.Count == 0) return;
            Assert.True(tries < 600, $"{hour}: {string.Join(", ", left.Select(job => $"{job.Job.Key} {job.Stage} {job.LastError}"))}");
            await Task.Delay(100);
        }
    }

    private async Task Sent()
    {
        var tables = platform.Services.GetRequiredService<ITables>();
        foreach (var step in recorded.Steps.Take(2))
        {
            var notices = await tables.Query<string>("select kind from advocacy.follow_up_notices where follow_up_id = @step and sent_at is not null order by sent_at", new { step }, CancellationToken.None);
            Assert.Equal(["Before", "OnTheDay", "After", "Escalation"], notices);
        }
        Assert.Empty(await tables.Query<string>("select kind from advocacy.follow_up_notices where sent_at is null and withheld is null", null, CancellationToken.None));
        var mails = Directory.EnumerateFiles(platform.Services.GetRequiredService<AdvocacySettings>().Outbox, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains("Message-ID: <follow-up.", StringComparison.Ordinal)).ToList();
        var theirs = (await tables.Query<Guid>("select id from advocacy.follow_up_notices where follow_up_id = any(@steps)", new { steps = recorded.Steps.ToArray() }, CancellationToken.None)).Select(id => id.ToString("N")).ToList();
        var ours = mails.Where(mail => theirs.Any(MessageId(mail).Contains)).ToList(); // the demonstration has steps of its own
        foreach (var kind in new[] { "before", "on-the-day", "after" })
        {
            var owners = ours.Where(mail => mail.Contains($"Message-ID: <follow-up.{kind}.", StringComparison.Ordinal)).ToList();
            Assert.Equal([DialogueFlow.Account, DialogueFlow.WithoutAccount], owners.Select(To).Order(StringComparer.Ordinal));
            Assert.All(owners, mail => Assert.Contains("Content-Language: km", mail, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal(2, ours.Count(mail => mail.Contains("Message-ID: <follow-up.escalation.", StringComparison.Ordinal)));
        var digests = mails.Where(mail => mail.Contains("Message-ID: <follow-up.digest.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(digests);
        Assert.Equal(digests.Count, await Count(tables, "select count(*)::int from advocacy.follow_up_notices where kind = 'Digest' and sent_at is not null"));
        Assert.Equal(mails.Count, mails.Select(MessageId).Distinct().Count());
    }

    private static async Task<int> Count(ITables tables, string sql) => (await tables.Query<int>(sql, null, CancellationToken.None))[0];

    private static string To(string mail) => Line(mail, "To: ").Trim('<', '>');

    private static string MessageId(string mail) => Line(mail, "Message-ID: ");

    private static string Line(string mail, string field) => mail.Split("\r\n").First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..];
}
