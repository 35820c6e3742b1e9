using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Drills.Ground;

/// <summary>Who is written to: canary names, addresses in five domains and numbers, none of which may ever be seen in a log.</summary>
internal static class People
{
    public const string Mail = "mail", Text = "text";

    public static readonly string[] Domains = ["north.example", "south.example", "east.example", "west.example", "centre.example"];

    /// <summary>What a log is searched for.</summary>
    public static readonly string[] Canaries = ["canary", .. Domains, "+85512", "+66810", "85512", "66810"];

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"canary{number:000000}@{Domains[number % 5]}");

    /// <summary>Every fifth lives in Thailand, the others in Cambodia.</summary>
    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"{(IsThai(number) ? "+66810" : "+85512")}{number:000000}");

    public static bool IsThai(int number) => number % 5 == 0;

    /// <summary>The number of whoever has this address; 0 for a stranger.</summary>
    public static int NumberOf(string address)
    {
        var at = address.IndexOf("canary", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(address.AsSpan(at + 6, 6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    public static Stream List(int mails, int texts)
    {
        var csv = new StringBuilder("name,email,phone,language,country,organisation,topics,consent_source,consent_date\n");
        for (var n = 1; n <= mails; n++)
            csv.Append(CultureInfo.InvariantCulture, $"Canary {n},{Address(n)},,{(n % 3 == 0 ? "km" : "en")},KH,Rivers,{Mail},form,2026-01-15\n");
        for (var n = 1; n <= texts; n++)
            csv.Append(CultureInfo.InvariantCulture, $"Canary T{n},,{Phone(n)},en,{(IsThai(n) ? "TH" : "KH")},Rivers,{Text},form,2026-01-15\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    public static string OneLine(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"name,email,phone,language,country,organisation,topics,consent_source,consent_date\nCanary S{number},canarysign{number:000000}@centre.example,,en,KH,,signed,form,2026-01-15\n");

    public static object Alert(string name, string topic) => new
    {
        name,
        texts = new
        {
            en = new { subject = "Dear {{name}}, the amnesty ends", body = Letter("Dear {{name}}, **ask** the ministry to keep it open. "), sms = "Amnesty ends. {{name}}" },
            km = new { subject = "ការលើកលែងទោស {{name}}", body = Letter("ជូនចំពោះ {{name}}៖ **សូមស្នើ** ទៅក្រសួង។ "), sms = "ការលើកលែងទោស {{name}}" },
        },
        audience = new { topics = new[] { topic }, channels = new[] { topic == Mail ? "email" : "sms" } },
        fallback = "english",
    };

    private static string Letter(string sentence) => string.Concat(Enumerable.Repeat(sentence, 12));
}
