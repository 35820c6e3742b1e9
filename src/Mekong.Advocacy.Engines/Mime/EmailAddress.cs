using System.Globalization;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>An address fit for headers and envelope: ASCII local part, domain as A-labels (no SMTPUTF8 is ever needed).</summary>
internal sealed partial record EmailAddress(string Local, string Domain)
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

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
