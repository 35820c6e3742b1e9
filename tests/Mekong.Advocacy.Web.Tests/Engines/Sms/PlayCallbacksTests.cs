using System.Collections.Concurrent;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public sealed class PlayCallbacksTests
{
    [Theory]
    [MemberData(nameof(CompiledEngines.Sms), MemberType = typeof(CompiledEngines))]
    public async Task Reports_over_HTTP_late_and_doubled_leave_the_message_delivered(string engine)
    {
        await using var twilio = await FakeTwilio.Start();
        var sms = CompiledEngines.Texts(engine, SmsTransportContract.Options(twilio.BaseUrl));
        var heard = new ConcurrentQueue<SmsReport>();
        await using var site = await Site(sms, heard);

        await sms.Send(new SmsMessage("+85512345678", "x", new Uri($"{site.Urls.First()}/hooks/sms?d=7")), TestContext.Current.CancellationToken);
        var sid = twilio.Messages[0].Sid;
        var answers = await twilio.PlayCallbacks(sid, via: null, new("delivered"), new("sent"), new("delivered"), new("queued"));

        Assert.Equal([204, 204, 204, 204], answers);
        Assert.All(heard, report => Assert.Equal(sid, report.ProviderId));
        Assert.Equal(SmsStatus.Delivered, heard.Select(r => r.Status).Aggregate((old, @new) => SmsStatuses.Supersedes(old, @new) ? @new : old));
    }

    private static async Task<WebApplication> Site(ISmsTransport sms, ConcurrentQueue<SmsReport> heard)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapPost("/hooks/sms", async (HttpContext http) =>
        {
            var form = (await http.Request.ReadFormAsync()).SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? "")).ToList();
            if (sms.ReadReport(http.Request.GetEncodedUrl(), form, http.Request.Headers["X-Twilio-Signature"]) is not { } report) return Results.Forbid();
            heard.Enqueue(report);
            return Results.NoContent();
        });
        await site.StartAsync();
        return site;
    }
}
