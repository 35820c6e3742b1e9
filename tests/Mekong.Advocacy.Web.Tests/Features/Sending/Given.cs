using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Lists and alerts that tests begin with.</summary>
internal static class Given
{
    public const string Header = "name,email,phone,language,country,organisation,topics,consent_source,consent_date\n";

    /// <summary>Readers worker0001@readers.example and on, in Cambodia, of one topic.</summary>
    public static string Readers(int count, string topic = "wages", string domain = "readers.example", string language = "en") =>
        Lines(count, n => $"Worker {n},{Reader(n, domain)},,{language},KH,,{topic},form,2026-01-15");

    public static string Reader(int number, string domain = "readers.example") => string.Create(CultureInfo.InvariantCulture, $"worker{number:0000}@{domain}");

    /// <summary>Phones +85512000001 and on, in Cambodia, of one topic.</summary>
    public static string Phones(int count, string topic = "wages") =>
        Lines(count, n => $"Worker {n},,{Phone(n)},en,KH,,{topic},form,2026-01-15");

    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"+85512{number:000000}");

    public static string Lines(int count, Func<int, string> line) =>
        Enumerable.Range(1, count).Aggregate(new StringBuilder(Header), (csv, n) => csv.Append(line(n)).Append('\n')).ToString();

    /// <summary>An alert in English to everybody of a topic on these channels.</summary>
    public static object Alert(string topic = "wages", params string[] channels) => new
    {
        name = $"Alert on {topic}",
        texts = new { en = new { subject = "Dear {{name}}", body = "The amnesty **ends**.", sms = "Amnesty ends. {{name}}" } },
        audience = new { topics = new[] { topic }, channels = channels.Length == 0 ? ["email"] : channels },
        fallback = "english",
    };
}
