using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mekong.Advocacy.Faults;

/// <summary>One status callback to play.</summary>
public sealed record FakeReport(string Status, int? Error = null);

/// <summary>Sends status callbacks signed as Twilio signs them; written apart from the engine, so that each checks the other.</summary>
internal static class FakeCallbacks
{
    public static async Task<IReadOnlyList<int>> Play(FakeMessage message, HttpClient? via, string token, FakeReport[] reports)
    {
        var callback = message.StatusCallback ?? throw new InvalidOperationException("The text named no StatusCallback.");
        using var own = new HttpClient();
        var target = via?.BaseAddress is { } site ? new Uri(site, callback.PathAndQuery) : callback;
        var answers = new List<int>();
        foreach (var report in reports)
        {
            var fields = Fields(message, report);
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("X-Twilio-Signature", Signature(token, callback.AbsoluteUri, fields));
            using var response = await (via ?? own).SendAsync(request);
            answers.Add((int)response.StatusCode);
        }
        return answers;
    }

    public static SortedDictionary<string, string> Fields(FakeMessage message, FakeReport report)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = FakeTwilio.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = "Mekong",
            ["MessageSid"] = message.Sid,
            ["MessageStatus"] = report.Status,
            ["SmsSid"] = message.Sid,
            ["SmsStatus"] = report.Status,
            ["To"] = message.To,
        };
        if (report.Error is { } error) fields["ErrorCode"] = error.ToString(CultureInfo.InvariantCulture);
        return fields;
    }

#pragma warning disable CA5350 // Twilio signs with HMAC-SHA1
    public static string Signature(string token, string url, SortedDictionary<string, string> fields)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in fields) text.Append(name).Append(value);
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(token));
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }
#pragma warning restore CA5350
}
