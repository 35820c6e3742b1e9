using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>A list in, one alert out: every count of the platform is the count of those who were written to.</summary>
public sealed class OneAlertToAThousandTests(TestPostgres postgres)
{
    private static readonly IReadOnlyList<ListedWorker> Listed = [.. ListedWorker.Thousand.Where(worker => !worker.Refused)];

    private static readonly object Alert = new
    {
        name = "Amnesty",
        texts = new
        {
            en = new { subject = "Keep the amnesty open", body = "Dear {{name}}, **ask** the ministry.", sms = "Amnesty ends, {{name}}." },
            km = new { subject = "ការលើកលែងទោស", body = "ជូនចំពោះ {{name}}", sms = "ការលើកលែងទោស {{name}}" },
            th = new { subject = "นิรโทษกรรม", body = "เรียน {{name}}", sms = "นิรโทษกรรม {{name}}" },
        },
        audience = new { channels = new[] { "email", "sms" } },
        fallback = "next",
    };

    [Fact]
    public async Task Every_listed_worker_meets_a_fate_and_every_count_is_what_the_servers_saw()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();

        var report = await desk.Import(ListedWorker.Csv);
        Assert.Equal((1000, 960, 0, 0, 40), Of(report));
        Assert.Equal(60, report.GetProperty("faults").GetArrayLength()); // 20 languages, 20 addresses, 20 phones
        Assert.Equal((1000, 0, 0, 960, 40), Of(await desk.Import(ListedWorker.Csv)));

        var campaign = await desk.SendAll(Alert);

        var mailed = Listed.Where(worker => worker.Email is not null).ToList();
        var texted = Listed.Where(worker => worker.Phone is not null && worker.Country != "CN").ToList();
        var closed = Listed.Count(worker => worker.Phone is not null && worker.Country == "CN");
        var tally = await campaign.Now();
        Assert.Equal(new Tally("finished", mailed.Count + texted.Count + closed, 0, 0, mailed.Count + texted.Count, 0, 0, closed, 0), tally);
        Assert.True(closed > 50);

        Assert.Equal(mailed.Select(worker => worker.Email).Order(), network.Mail.Mails.Select(mail => mail.To).Order());
        Assert.Equal((mailed.Count, 0), network.Mail.Tally());
        Assert.Equal(mailed.Select(worker => (worker.Email, worker.Gets)).Order(), network.Mail.Mails.Select(mail => ((string?)mail.To, LanguageOf(mail))).Order());
        Assert.Equal(texted.Select(worker => worker.Phone).Order(), network.Twilio.Messages.Select(text => text.To).Order());

        var rows = await campaign.Rows(page: 97);
        Assert.Equal(tally.Audience, rows.DistinctBy(row => row.ContactPointId).Count());
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Id).Count());
        Assert.Equal(closed, rows.Count(row => row is { State: "suppressed", Reason: "country-closed", Country: "CN", Channel: "sms" }));
        Assert.Equal(mailed.Count, rows.Count(row => row is { State: "sent", Channel: "email", Attempts: 1 }));
        Assert.Equal(texted.Count, rows.Count(row => row is { State: "sent", Channel: "sms", Attempts: 1, ProviderId: not null }));
    }

    private static (int Lines, int Imported, int Updated, int Unchanged, int Refused) Of(System.Text.Json.JsonElement report)
    {
        int Number(string name) => report.GetProperty(name).GetInt32();
        return (Number("lines"), Number("imported"), Number("updated"), Number("unchanged"), Number("refused"));
    }

    private static string LanguageOf(Mail mail) =>
        mail.Text.Split('\n').First(line => line.StartsWith("Content-Language:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
}
