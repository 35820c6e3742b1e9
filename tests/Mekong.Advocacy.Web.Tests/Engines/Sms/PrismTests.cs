using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

/// <summary>Our requests, judged by Twilio's own description of its API.</summary>
public sealed class PrismTests
{
    [Theory]
    [MemberData(nameof(CompiledEngines.Sms), MemberType = typeof(CompiledEngines))]
    public async Task Twilios_description_accepts_our_requests_and_would_refuse_wrong_ones(string engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var prism = await PrismServer.Start(ct);
        var sms = CompiledEngines.Texts(engine, SmsTransportContract.Options(prism.Url) with { KeepNothing = true });

        var text = new SmsMessage("+85512345678", "សូមជួយ", new Uri("https://mekong.example/hooks/sms?d=7"), TimeSpan.FromHours(4));
        var handover = await sms.Send(text, ct);
        Assert.Equal((Fate.Accepted, "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), (handover.Fate, handover.ProviderId));
        Assert.NotEmpty(await sms.Find("+85512345678", new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), ct));

        Assert.Equal(422, await Post(prism.Url, new() { ["Body"] = "To is missing" }, ct));
        Assert.Equal(422, await Post(prism.Url, new() { ["To"] = "+85512345678", ["Body"] = "x", ["MessagingServiceSid"] = "MG1" }, ct));
        Assert.Equal(201, await Post(prism.Url, new() { ["To"] = "+85512345678", ["Body"] = "x" }, ct));
    }

    private static async Task<int> Post(Uri prism, Dictionary<string, string> form, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(prism, $"/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages.json"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("AC:x"u8));
        request.Content = new FormUrlEncodedContent(form);
        using var response = await http.SendAsync(request, ct);
        return (int)response.StatusCode;
    }
}
