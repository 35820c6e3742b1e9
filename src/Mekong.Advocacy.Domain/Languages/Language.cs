namespace Mekong.Advocacy.Domain.Languages;

/// <summary>The seven languages of the network and which of them a reader is offered when their own is missing.</summary>
public static class Language
{
    public const string English = "en";

    /// <summary>BCP 47 codes in the order in which pages list them.</summary>
    public static readonly IReadOnlyList<string> All = [English, "km", "lo", "my", "th", "vi", "zh-Hans"];

    public static bool IsKnown(string code) => All.Contains(code, StringComparer.Ordinal);

    /// <summary>Languages to try in turn: Lao readers commonly read Thai; everybody else is offered English next.</summary>
    public static IReadOnlyList<string> Chain(string own, Fallback fallback) => fallback switch
    {
        Fallback.None => [own],
        Fallback.Next when own == "lo" => [own, "th", English],
        _ => own == English ? [own] : [own, English],
    };
}

/// <summary>What a reader gets when the alert has no text in their language.</summary>
public enum Fallback { Next, English, None }
