using System.Globalization;
using System.Text.Encodings.Web;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Extensions;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>How pages write languages, numbers and times for the reader.</summary>
public static class Languages
{
    /// <summary>The language's name as its readers write it.</summary>
    public static string Own(string code) => code switch
    {
        "km" => "ខ្មែរ",
        "lo" => "ລາວ",
        "my" => "မြန်မာ",
        "th" => "ไทย",
        "vi" => "Tiếng Việt",
        "zh-Hans" => "中文",
        _ => "English",
    };

    /// <summary>The page that is being shown, in another language, with everything else its address says.</summary>
    public static string WithLanguage(this HttpRequest request, string code)
    {
        var query = QueryString.Create(request.Query.Where(pair => pair.Key is not ("lang" or "handler"))).Value;
        if (HttpMethods.IsPost(request.Method)) query = "";
        return PathLanguage.Of(request.Path) is not null
            ? PathLanguage.With(request.Path.ToUriComponent(), code) + query
            : QueryHelpers.AddQueryString(request.Path + query, "lang", code);
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name));

    /// <summary>Date, hour and zone; Thai readers also get the year of the Buddhist era. Machines get ISO 8601.</summary>
    public static IHtmlContent Time(DateTimeOffset at, string? zone = null) => Marked(at, Hour(at, zone, CultureInfo.CurrentUICulture.Name));

    /// <summary>From one hour to another: the day and the zone are said once where they are the same.</summary>
    public static IHtmlContent Span(DateTimeOffset begins, DateTimeOffset ends, string zone)
    {
        var (from, until) = (Parts(begins, zone, CultureInfo.CurrentUICulture.Name), Parts(ends, zone, CultureInfo.CurrentUICulture.Name));
        return new HtmlContentBuilder()
            .AppendHtml(Marked(begins, $"{from.Day} {from.Hour}")).Append(from.Day == until.Day ? "–" : " – ")
            .AppendHtml(Marked(ends, from.Day == until.Day ? $"{until.Hour} {until.Place}" : $"{until.Day} {until.Hour} {until.Place}"));
    }

    /// <summary>A day as it is written everywhere; Thai readers also get the year of the Buddhist era.</summary>
    public static IHtmlContent Day(DateOnly day)
    {
        var machine = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new HtmlString($"<time datetime=\"{machine}\">{machine}{(CultureInfo.CurrentUICulture.Name == "th" ? $" ({day.Year + 543})" : "")}</time>");
    }

    /// <summary>The same as plain words, for messages in a language of their own.</summary>
    public static string Hour(DateTimeOffset at, string? zone, string language)
    {
        var (day, hour, place) = Parts(at, zone, language);
        return $"{day} {hour} {place}";
    }

    private static (string Day, string Hour, string Place) Parts(DateTimeOffset at, string? zone, string language)
    {
        var name = zone ?? "Asia/Bangkok";
        var local = at.ToInstant().InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc);
        var era = language == "th" ? $" ({local.Year + 543})" : "";
        return (
            string.Create(CultureInfo.InvariantCulture, $"{local.Year:0000}-{local.Month:00}-{local.Day:00}{era}"),
            string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}:{local.Minute:00}"),
            name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' '));
    }

    private static HtmlString Marked(DateTimeOffset at, string shown) =>
        new($"<time datetime=\"{at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\">{HtmlEncoder.Default.Encode(shown)}</time>");
}
