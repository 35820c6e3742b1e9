using System.Globalization;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>What names, acronym and country of an organisation must look like.</summary>
public static partial class ProfileRules
{
    public const int LongestName = 200, LongestAcronym = 30;

    /// <summary>Every fault of the profile as it would be kept.</summary>
    /// <param name="kind">Members are at home in the network's countries; others may be anywhere.</param>
    public static IEnumerable<Refusal> FaultsOf(OrganisationProfile profile, OrganisationKind kind)
    {
        var tidy = profile.Tidy();
        if (tidy.Names.Count == 0) yield return NeedsName;
        foreach (var name in tidy.Names)
        {
            var place = $"names.{name.Language}";
            if (!LanguageTag().IsMatch(name.Language)) yield return UnknownLanguage.At(place, name.Language);
            if (name.Name.Length > LongestName) yield return NameTooLong.At(place, Number(LongestName));
            else if (NameKey.Of(name.Name).Length == 0) yield return NameWithoutLetters.At(place, name.Name);
        }
        foreach (var twice in tidy.Names.GroupBy(name => name.Language, StringComparer.Ordinal).Where(names => names.Count() > 1))
            yield return NamedTwice.At($"names.{twice.Key}", twice.Key);
        if (tidy.Acronym?.Length > LongestAcronym) yield return AcronymTooLong.At("acronym", Number(LongestAcronym));
        if (kind == OrganisationKind.Member ? !Country.IsKnown(tidy.Country) : !CountryCode().IsMatch(tidy.Country))
            yield return UnknownCountry.At("country", tidy.Country);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex CountryCode();
}
