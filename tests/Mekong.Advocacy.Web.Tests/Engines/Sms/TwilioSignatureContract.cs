using Mekong.Advocacy.Engines.Twilio;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

/// <summary>What every engine knows of Twilio's signatures: the published examples of its own helper libraries (token "12345"), and forgeries.</summary>
public abstract class TwilioSignatureContract
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Genuine = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static readonly KeyValuePair<string, string>[] Call =
    [
        new("CallSid", "CA1234567890ABCDE"), new("From", "+14158675309"), new("Digits", "1234"), new("To", "+18005551212"),
        new("Caller", "+14158675309"),
    ];

    [Theory]
    [InlineData(Url, Genuine)]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", Genuine)]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", Genuine)]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData(Url, "kvajT1Ptam85bY51eRf/AJRuM3w=")] // signed with :443
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")] // signed with :80
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "CukzLTc1tT5dXEDIHm/tKBanW10=")]
    [InlineData("https://user@mycompany.com/myapp.php?foo=1&bar=2", "2YRLlVAflCqxaNicjMpJcSTgzSs=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=")] // signed with :443
    [InlineData(Url + "&Body=It's+amazing", "dsq4Ehbj6cs+KdTkpF5sSSplOWw=")]
    public void Twilios_own_examples_are_genuine(string url, string signature) => Assert.True(IsGenuine(url, Call, signature));

    [Theory]
    [InlineData("+1325xxxxxxx", "+1415xxxxxxx")]
    [InlineData("+1415xxxxxxx", "+1325xxxxxxx")]
    public void The_values_of_one_name_are_sorted(string first, string second) =>
        Assert.True(IsGenuine(Url, [new("MessagingBinding.Address", first), new("MessagingBinding.Address", second)], "83O6e2vORAoJHUNzJjDWN1jz+BA="));

    [Fact]
    public void A_repeated_value_counts_once()
    {
        KeyValuePair<string, string>[] form = [new("Sid", "CA123"), new("SidAccount", "AC123"), new("Digits", "5678"), new("Digits", "1234"), new("Digits", "1234")];
        Assert.True(IsGenuine(Url, form, "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    }

    [Theory]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_or_missing_signature_is_a_forgery(string? signature) => Assert.False(IsGenuine(Url, Call, signature));

    [Fact]
    public void A_foreign_token_is_a_forgery() => Assert.False(IsGenuine(Url, Call, Genuine, "12346"));

    [Fact]
    public void Another_address_is_a_forgery() => Assert.False(IsGenuine(Url + "3", Call, Genuine));

    [Fact]
    public void An_added_a_missing_and_a_changed_field_are_forgeries()
    {
        Assert.False(IsGenuine(Url, [.. Call, new("Extra", "1")], Genuine));
        Assert.False(IsGenuine(Url, Call[1..], Genuine));
        Assert.False(IsGenuine(Url, [.. Call[1..], new("CallSid", "CA1234567890ABCDF")], Genuine));
    }

    [Fact]
    public void A_trimmed_value_breaks_the_signature()
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Body"] = " so much water " };
        var signature = FakeCallbacks.Signature("12345", Url, fields);
        Assert.True(IsGenuine(Url, [.. fields], signature));
        Assert.False(IsGenuine(Url, [new("Body", "so much water")], signature));
    }

    /// <summary>Twilio's example of a JSON callback: its URL is signed, but nothing here vouches for the body.</summary>
    [Fact]
    public void A_JSON_body_is_not_taken_for_a_status_report() =>
        Assert.False(IsGenuine(Url + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", [], "a9nBmqA0ju/hNViExpshrM61xv4="));

    private bool IsGenuine(string url, KeyValuePair<string, string>[] form, string? signature, string token = "12345") =>
        IsGenuine(SmsTransportContract.Options(new Uri("https://127.0.0.1:1")) with { AuthToken = token }, url, form, signature);

    private protected abstract bool IsGenuine(TwilioOptions options, string url, KeyValuePair<string, string>[] form, string? signature);
}

/// <summary>The built-in engine's own judgement.</summary>
public sealed class TwilioSignatureTests : TwilioSignatureContract
{
    private protected override bool IsGenuine(TwilioOptions options, string url, KeyValuePair<string, string>[] form, string? signature) =>
        TwilioSignature.IsGenuine(options, url, form, signature);
}
