using System.Globalization;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>One line of a list of a thousand: mixed countries and languages, e-mail, phone or both, and some of it faulty.</summary>
internal sealed record ListedWorker(int Number, string Country, string Language, string? Email, string? Phone, bool Refused, bool BadPhone)
{
    private static readonly string[] Countries = ["KH", "LA", "MM", "TH", "VN", "CN"];
    private static readonly string[] Languages = ["km", "lo", "my", "th", "vi", "zh-Hans", "en"];

    public static IReadOnlyList<ListedWorker> Thousand { get; } = [.. Enumerable.Range(1, 1000).Select(Of)];

    public static string Csv => Given.Lines(1000, n => Thousand[n - 1].Line);

    /// <summary>What the list says of this worker, faults and all.</summary>
    private string Line => string.Join(',', Number % 7 == 0 ? $"\"Worker, {Number}\"" : $"Worker {Number}",
        Number % 50 == 1 ? "worker at example" : Email, BadPhone ? "12" : Number % 50 == 0 ? "" : Phone,
        Number % 50 == 0 ? "xx" : Language, Country, Number % 4 == 0 ? "LSCW" : "", "wages;housing", "sign-up form", "2026-01-15");

    /// <summary>The language they are written to in, of English, Khmer and Thai, where the next language stands in.</summary>
    public string Gets => Language switch { "km" => "km", "th" or "lo" => "th", _ => "en" };

    private static ListedWorker Of(int n)
    {
        var (country, language, refused, badPhone) = (Countries[n % 6], Languages[n % 7], n % 50 is 0 or 1, n % 50 == 2);
        var email = refused || n % 3 == 2 && !badPhone ? null : string.Create(CultureInfo.InvariantCulture, $"worker{n:0000}@d{n % 9}.example");
        var phone = refused || badPhone || n % 3 == 0 ? null : PhoneOf(country, n);
        return new(n, country, language, email, phone, refused, badPhone);
    }

    private static string PhoneOf(string country, int n) => country switch
    {
        "KH" => $"+85512{n:000000}",
        "LA" => $"+8562050{n:000000}",
        "MM" => $"+95961{n:000000}",
        "TH" => $"+66810{n:000000}",
        "VN" => $"+84320{n:000000}",
        _ => $"+8613000{n:000000}",
    };
}
