namespace Mekong.Advocacy.Domain.Messages;

/// <summary>The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1 and §6.2.1.1.</summary>
internal static class GsmAlphabet
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "\f^{}\\[~]|€";

    private static readonly Dictionary<char, int> Sizes =
        Basic.Select(c => (c, 1)).Concat(Escaped.Select(c => (c, 2))).ToDictionary(pair => pair.c, pair => pair.Item2);

    /// <summary>One, two with an escape, or 0 where the alphabet lacks the character.</summary>
    public static int Septets(char c) => Sizes.GetValueOrDefault(c);
}
