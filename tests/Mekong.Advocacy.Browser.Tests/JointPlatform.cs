using Mekong.Advocacy.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>A platform whose clock a test moves, and which texts through a provider of ours, so that texts can come in as well.</summary>
public sealed class JointPlatform : RunningPlatform
{
    private readonly MovableClock clock = new();
    private FakeTwilio? twilio;

    public override async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.Start();
        await base.InitializeAsync();
    }

    /// <summary>To an instant. Sessions that are older than it allows have ended then.</summary>
    internal void MoveTo(DateTimeOffset at) => clock.Move(at - clock.GetUtcNow());

    /// <summary>What the platform answers to a text that the provider brings in.</summary>
    internal async Task<string> Text(string from, string body)
    {
        var (url, sid) = (new Uri(Address, "/hooks/sms/in"), $"SM{Guid.NewGuid():N}");
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = FakeTwilio.AccountSid,
            ["Body"] = body,
            ["From"] = from,
            ["MessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsStatus"] = "received",
            ["To"] = "+12025550100",
        };
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", FakeCallbacks.Signature(FakeTwilio.AuthToken, url.AbsoluteUri, fields));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    protected override bool Prints => true;

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Advocacy:Sms:Twilio:AccountSid"] = FakeTwilio.AccountSid,
            ["Advocacy:Sms:Twilio:AuthToken"] = FakeTwilio.AuthToken,
            ["Advocacy:Sms:Twilio:MessagingServiceSid"] = FakeTwilio.ServiceSid,
            ["Advocacy:Sms:Twilio:BaseUrl"] = twilio!.BaseUrl.AbsoluteUri,
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (twilio is not null) await twilio.DisposeAsync();
    }
}
