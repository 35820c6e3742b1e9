using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Languages in which organisations write their names: ours first, in the order of the pages.</summary>
public static class Tongues
{
    public static IEnumerable<string> InOrder(IEnumerable<string> codes) => codes
        .OrderBy(code => Language.All.ToList().IndexOf(code) is >= 0 and var place ? place : int.MaxValue).ThenBy(code => code, StringComparer.Ordinal);

    /// <summary>The language as its readers write it; one that is none of ours by its code.</summary>
    public static string Own(string code) => Language.IsKnown(code) ? Languages.Own(code) : code;
}
