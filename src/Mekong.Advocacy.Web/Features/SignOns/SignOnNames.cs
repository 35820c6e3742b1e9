using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>What an endorser is called where they are listed.</summary>
public static class SignOnNames
{
    /// <summary>In the reader's language, else in English, else the first; null for an individual, who is a number.</summary>
    public static string? Of(SignOnRow signOn, string language)
    {
        if (signOn.Names.Length == 0) return null;
        var at = Array.IndexOf(signOn.NameLanguages, language);
        return signOn.Names[at >= 0 ? at : Math.Max(0, Array.IndexOf(signOn.NameLanguages, Language.English))];
    }
}
