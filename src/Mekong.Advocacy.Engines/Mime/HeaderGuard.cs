using System.Buffers;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Keeps a value from becoming a second header field (CR, LF) or from cutting the message short (NUL).</summary>
internal static class HeaderGuard
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\r\n\0");
    private static readonly SearchValues<char> Token = Printable("<>"), Name = Printable(":");

    /// <exception cref="ArgumentException">The value holds CR, LF or NUL.</exception>
    public static string Check(string field, string value) =>
        value.AsSpan().IndexOfAny(Forbidden) < 0 ? value
            : throw new ArgumentException($"{field} holds CR, LF or NUL.", field);

    /// <exception cref="ArgumentException">Not one word of printable ASCII.</exception>
    public static string CheckToken(string field, string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Token) ? value
            : throw new ArgumentException($"{field} is not one word of printable ASCII.", field);

    /// <exception cref="ArgumentException">Not a field name (RFC 5322 §3.6.8), or one with a dot in front, which no line of a message has.</exception>
    public static string CheckName(string name) =>
        name.Length > 0 && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(Name) ? name
            : throw new ArgumentException("A header field's name is not printable ASCII without a colon.", nameof(name));

    private static SearchValues<char> Printable(string without) =>
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Except(without)]);
}
