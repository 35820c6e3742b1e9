using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Tests.Engines.Email;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Mail;

/// <summary>RFC 8058 from the mail that left to the answer of the server.</summary>
public sealed partial class OneClickTests(TestPostgres postgres) : IDisposable
{
    private readonly DkimKey key = new();

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task What_mail_programs_read_is_in_the_mail_and_signed_and_one_click_is_enough()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Email:Dkim:Domain"] = key.Options.Domain;
        network.Settings["Email:Dkim:Selector"] = key.Options.Selector;
        network.Settings["Email:Dkim:KeyFile"] = key.Options.KeyFile;
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(1, language: "km"));
        var campaign = await desk.SendAll(Given.Alert());

        var head = Unfold().Replace(network.Mail.Mails[0].Text.Split("\r\n\r\n")[0], " ");
        string Field(string name) => head.Split("\r\n").Single(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
        Assert.Equal("\"Mekong Alerts\" <alerts.mekong.example>", Field("List-Id"));
        Assert.Equal("List-Unsubscribe=One-Click", Field("List-Unsubscribe-Post"));
        Assert.Equal($"<{Network.PublicUrl}/>", Field("List-Help"));
        Assert.Equal($"{campaign.Id:N}:en:alert:mekongexample", Field("Feedback-ID"));
        var signed = Field("DKIM-Signature").Replace(" ", "", StringComparison.Ordinal).Split("h=")[1].Split(';')[0].Split(':');
        string[] listed = ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "Feedback-ID"];
        Assert.Subset(signed.ToHashSet(StringComparer.OrdinalIgnoreCase), listed.ToHashSet(StringComparer.OrdinalIgnoreCase));

        var link = new Uri(Field("List-Unsubscribe").Trim('<', '>')).PathAndQuery;
        using var scanner = site.Public();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            for (var look = 0; look < 100; look++) (await scanner.Ask(method, link)).Dispose();
        Assert.Equal(0, await network.Number("select count(*) from advocacy.consents where withdrawn_at is not null"));
        Assert.Equal(0, await network.Number("select count(*) from es.mt_events where type like '%consent-withdrawn%'"));

        for (var press = 0; press < 2; press++)
        {
            using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var answer = await scanner.Ask(HttpMethod.Post, link, form);
            Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
        }
        Assert.Equal(1, await network.Number("select count(*) from advocacy.consents where withdrawn_through = 'one-click'"));
        Assert.Equal(1, await network.Number("select count(*) from es.mt_events where type like '%consent-withdrawn%'"));
    }

    [GeneratedRegex(@"\r\n[ \t]+")] private static partial Regex Unfold();
}
