using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>An address fit for headers and envelope: ASCII local part, domain as A-labels (no SMTPUTF8 is ever needed).</summary>
internal sealed partial record EmailAddress(string Local, string Domain)
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly SearchValues<char>
        Atom = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-"),
        Label = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The address as it is written; nearly all are written as they came.</summary>
    /// <exception cref="IllegalAddressException">It cannot be written without harm or without SMTPUTF8.</exception>
    public static string Written(string text) =>
        text.Length <= 254 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 64 and var at
            && IsPlain(text.AsSpan(0, at), Atom) && IsPlain(text.AsSpan(at + 1), Label) ? text : Parse(text).ToString();

    /// <exception cref="IllegalAddressException">It cannot be written without harm or without SMTPUTF8.</exception>
    public static EmailAddress Parse(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 1) throw new IllegalAddressException();
        var local = text[..at];
        // Carriers in the region once gave out names with two dots in a row: they are written as a quoted string.
        if (Atoms().IsMatch(local) && !DotAtom().IsMatch(local)) local = $"\"{local}\"";
        if (!DotAtom().IsMatch(local) && !Quoted().IsMatch(local)) throw new IllegalAddressException();
        var address = new EmailAddress(local, ToALabels(text[(at + 1)..]));
        // RFC 5321 §4.5.3.1.1 and §4.5.3.1.3 (256 with the angle brackets).
        return local.Length <= 64 && address.ToString().Length <= 254 ? address : throw new IllegalAddressException();
    }

    public static bool IsLegal(string text)
    {
        try { return Parse(text) is not null; }
        catch (IllegalAddressException) { return false; }
    }

    public override string ToString() => $"{Local}@{Domain}";

    /// <summary>Words between single dots. Hyphens at a word's ends or in a row are left to a closer look.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text, SearchValues<char> letters)
    {
        foreach (var range in text.Split('.'))
        {
            var word = text[range];
            if (word.Length is 0 or > 63 || word.ContainsAnyExcept(letters) || word[0] == '-' || word[^1] == '-' || word.Contains("--", StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private static string ToALabels(string domain)
    {
        try { return Idn.GetAscii(domain.TrimEnd('.')).ToLowerInvariant(); }
        catch (ArgumentException) { throw new IllegalAddressException(); }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+\z")]
    private static partial Regex Atoms();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex DotAtom();

    [GeneratedRegex("""^"([ !#-\[\]-~]|\\[ -~])+"\z""")]
    private static partial Regex Quoted();
}
