using System.Net;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Invitations;

/// <summary>Signing by text message, through the real endpoint.</summary>
public sealed class TextedSignOnTests(TestPostgres postgres)
{
    private const string Url = Network.PublicUrl + "/hooks/sms/in", Bopha = "+85512000001", Dara = "+85512000002";

    [Fact]
    public async Task A_registered_number_signs_once_and_gets_its_receipt_in_its_language()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU", "km", Bopha);
        await chamber.Member("Garment Workers Circle", "GWC", "en", Dara);
        var number = await chamber.Number(await chamber.Opened());
        using var twilio = chamber.Site.Public();

        var khmer = string.Concat($"{number}".Select(digit => (char)('០' + digit - '0')));
        var answer = await Text(twilio, "SM1", Bopha, $"គាំទ្រ {khmer}");
        Assert.Matches("<Response><Message>RU .*[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}</Message></Response>", answer);
        Assert.Equal("<Response/>", await Text(twilio, "SM1", Bopha, $"គាំទ្រ {khmer}")); // the provider asks again
        Assert.Matches("<Message>RU ", await Text(twilio, "SM2", Bopha, $"ENDORSE {number}")); // the officer does
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.register_entries where language = 'km'"));
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.sign_ons where channel = 'Sms' and display = 'Shown' and mandate_kind = 'standing'"));

        Assert.Contains("GWC has signed", await Text(twilio, "SM3", Dara, $"endorse {number} SEALED"), StringComparison.Ordinal);
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.sign_ons where display = 'Sealed'"));
        Assert.Contains("<Message>", await Text(twilio, "SM4", Dara, "ENDORSE 9999"), StringComparison.Ordinal);
        Assert.Contains("ENDORSE 12", await Text(twilio, "SM5", Dara, "ENDORSE"), StringComparison.Ordinal);
        foreach (var (sid, body) in new[] { ("SM6", "STOP"), ("SM7", "HELP"), ("SM8", "thank you") }) Assert.Equal("<Response/>", await Text(twilio, sid, Dara, body));
        Assert.Equal("<Response/>", await Text(twilio, "SM9", "+85512999999", $"ENDORSE {number}")); // nobody we know
        Assert.Equal(2, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));
        await chamber.MailTo(river.Email, "thanks");
    }

    [Fact]
    public async Task A_number_of_two_organisations_says_which()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU", "en", Bopha);
        var garment = await chamber.Member("Garment Workers Circle", "GWC", "en", Bopha);
        var number = await chamber.Number(await chamber.Opened());
        using var twilio = chamber.Site.Public();
        var answer = await Text(twilio, "SM1", Bopha, $"ENDORSE {number}");
        Assert.Contains("RU", answer, StringComparison.Ordinal);
        Assert.Contains("GWC", answer, StringComparison.Ordinal);
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));
        Assert.Contains("GWC has signed", await Text(twilio, "SM2", Bopha, $"ENDORSE {number} gwc"), StringComparison.Ordinal);
        Assert.Equal(1, await chamber.Network.Number($"select count(*) from advocacy.sign_ons where endorser_id = '{garment.Id}' and endorser_id <> '{river.Id}'"));
    }

    [Fact]
    public async Task A_forged_text_is_turned_away_and_changes_nothing()
    {
        await using var chamber = await Chamber.Open(postgres);
        await chamber.Member("River Union", "RU", "en", Bopha);
        var number = await chamber.Number(await chamber.Opened());
        using var twilio = chamber.Site.Public();
        var fields = Fields("SM1", Bopha, $"ENDORSE {number}");
        Assert.Equal(HttpStatusCode.Forbidden, await Post(twilio, fields, null));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(twilio, fields, "bm9uc2Vuc2U="));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(twilio, fields, FakeCallbacks.Signature("another token", Url, fields)));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(twilio, fields, FakeCallbacks.Signature(FakeTwilio.AuthToken, Url + "?x", fields)));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(twilio, Fields("SM1", Dara, $"ENDORSE {number}"), FakeCallbacks.Signature(FakeTwilio.AuthToken, Url, fields)));
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.received_texts"));
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));
        Assert.Equal(HttpStatusCode.OK, await Post(twilio, fields, FakeCallbacks.Signature(FakeTwilio.AuthToken, Url, fields)));
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));
    }

    private static SortedDictionary<string, string> Fields(string sid, string from, string body) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = FakeTwilio.AccountSid,
        ["ApiVersion"] = "2010-04-01",
        ["Body"] = body,
        ["From"] = from,
        ["MessageSid"] = sid,
        ["NumMedia"] = "0",
        ["SmsMessageSid"] = sid,
        ["SmsSid"] = sid,
        ["SmsStatus"] = "received",
        ["To"] = "+12025550100",
    };

    private static async Task<string> Text(HttpClient twilio, string sid, string from, string body)
    {
        var fields = Fields(sid, from, body);
        using var answer = await Send(twilio, fields, FakeCallbacks.Signature(FakeTwilio.AuthToken, Url, fields));
        Assert.Equal((HttpStatusCode.OK, "text/xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpStatusCode> Post(HttpClient twilio, SortedDictionary<string, string> fields, string? signature)
    {
        using var answer = await Send(twilio, fields, signature);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient twilio, SortedDictionary<string, string> fields, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/sms/in") { Content = new FormUrlEncodedContent(fields) };
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return await twilio.SendAsync(request);
    }
}
