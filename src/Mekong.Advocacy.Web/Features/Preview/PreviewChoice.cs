using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Preview;

/// <summary>What a preview shows, as its address says it.</summary>
public sealed record PreviewChoice
{
    public const string Real = "real", Worst = "worst", Neutral = "neutral";

    public static readonly IReadOnlyList<string> Readers = [Neutral, Real, Worst], Themes = ["light", "dark"], Widths = ["phone", "desk"];

    [FromQuery(Name = "language")] public string? Language { get; init; }

    [FromQuery(Name = "as")] public string? As { get; init; }

    [FromQuery(Name = "theme")] public string? Theme { get; init; }

    [FromQuery(Name = "width")] public string? Width { get; init; }

    /// <summary>Whom a real reader's preview is of, so that page and frame show the same one.</summary>
    [FromQuery(Name = "person")] public Guid? Person { get; init; }

    /// <summary>Everything decided: what was not chosen, or is not known, is the first of its kind; the language is the page's own where it is written.</summary>
    public PreviewChoice Among(IReadOnlyList<string> written) => this with
    {
        Language = written.Contains(Language) ? Language : written.Contains(CultureInfo.CurrentUICulture.Name) ? CultureInfo.CurrentUICulture.Name : written.Count > 0 ? written[0] : null,
        As = Known(Readers, As),
        Theme = Known(Themes, Theme),
        Width = Known(Widths, Width),
    };

    public string Query => string.Create(CultureInfo.InvariantCulture, $"language={Language}&as={As}&theme={Theme}&width={Width}{(Person is null ? "" : $"&person={Person}")}");

    private static string Known(IReadOnlyList<string> among, string? value) => among.FirstOrDefault(one => one == value) ?? among[0];
}
