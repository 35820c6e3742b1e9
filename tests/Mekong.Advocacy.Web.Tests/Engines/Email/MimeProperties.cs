using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>What is written can be read back, whatever it was.</summary>
public sealed partial class MimeProperties
{
    private static readonly string[] Pieces =
        ["a", " ", "  ", "=", "?", "=?", "_", ".", "\t", "-", "\"", "ក្រ", "ស្ត្រី", "ຂໍ້", "မြန်", "ที่", "ỡ", "é", "湄", "𠮷", "👩‍👩‍👧‍👦", "\u200B", "\u00A0", "word ", "From "];

    private static Arbitrary<string> Texts(params string[] more) =>
        Arb.From(Gen.Elements(Pieces.Concat(more).ToArray()).ListOf().Select(string.Concat), s => s.Length == 0 ? [] : [s[..(s.Length / 2)], s[1..]]);

    [Fact]
    public void A_subject_comes_back_to_the_letter() => Prop.ForAll(Texts(), text =>
    {
        var field = Subject(text);
        return Decode(Unfold(field)["Subject:".Length..]) == (text.Length == 0 ? "" : text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encoded_words_are_short_whole_and_cut_between_letters() => Prop.ForAll(Texts(), text =>
    {
        var starts = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var at = 0;
        foreach (var word in EncodedWords.Cut(text, 40))
        {
            var part = Decode(word);
            if (word.Length > 75 || !starts.Contains(at += part.Length)) return false;
        }
        return at == text.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Header_lines_are_at_most_76_columns() => Prop.ForAll(Texts(), text =>
        Subject(text).Split("\r\n").All(l => l.Length <= 76 && (l.Length == 0 || l.Trim().Length > 0)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Quoted_printable_comes_back_to_the_letter() => Prop.ForAll(Texts("\r\n", "\0", "\u0001"), text =>
    {
        var encoded = Written(output => QuotedPrintable.Write(text, endsLine: true, output));
        return encoded.Split("\r\n").All(l => l.Length <= 76 && !l.StartsWith('.') && !l.StartsWith("From ", StringComparison.Ordinal) && !l.EndsWith(' ') && !l.EndsWith('\t') && l.All(c => c is '\t' or >= ' ' and <= '~'))
            && Quoted(encoded.Replace("=\r\n", "", StringComparison.Ordinal), '=') == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_of_a_message_begins_with_a_dot() => Prop.ForAll(Texts("\r\n", ".\r\n", "\r\n.", "\r\n..\r\n"), text =>
        !Encoding.ASCII.GetString(MimeWriter.Write(Letters.Plain with { Text = text, Html = text })).Contains("\n.", StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Xtext_comes_back() => Prop.ForAll(Texts(), text => Quoted(XText.Encode(text), '+') == text).QuickCheckThrowOnFailure();

    private static string Subject(string text) => Written(output => new HeaderField("Subject", output).Unstructured(text).End());

    private static string Written(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    private static string Unfold(string field) => field[..^2].Replace("\r\n ", " ", StringComparison.Ordinal);

    // RFC 2047 §6.2: white space between two encoded words is not shown.
    private static string Decode(string value)
    {
        value = value.StartsWith(' ') ? value[1..] : value;
        return Word().Replace(Between().Replace(value, "$1"), m => m.Groups["kind"].Value == "B"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["text"].Value))
            : Quoted(m.Groups["text"].Value.Replace('_', ' '), '='));
    }

    private static string Quoted(string text, char mark)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != mark) { bytes.Add((byte)text[i]); continue; }
            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^? ]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"(=\?utf-8\?[BQ]\?[^? ]*\?=) (?==\?utf-8\?)")]
    private static partial Regex Between();
}
