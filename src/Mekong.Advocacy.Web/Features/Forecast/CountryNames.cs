using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Names countries in the reader's language; those in which the network does not work by their code.</summary>
internal static class CountryNames
{
    public static string Country(this IStringLocalizer<Words> words, string code) => words[$"country.{code}"] is { ResourceNotFound: false } name ? name : code;
}
