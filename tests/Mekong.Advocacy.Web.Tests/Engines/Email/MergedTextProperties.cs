using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>Whatever a frame holds and whatever is filled in, a reader gets the merged text, in lines that no server breaks.</summary>
public sealed class MergedTextProperties
{
    private static readonly string Long = new('x', 200);

    private static readonly string[] Pieces =
        ["a", " ", "  ", "=", "=\r\n", ".", "..", "\t", "From ", "Dear ", "\r\n", "\n", "\r\n.\r\n", Long, "ក្រ", "ស្ត្រី", "ຂໍ້", "မြန်", "ที่", "ỡ", "é", "湄", "𠮷", "👩‍👩‍👧‍👦", "\u200B", "\0", "&amp;", "<p>"];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<MergedText> Merged =
        from places in Gen.Choose(0, 5)
        from literals in Texts.ListOf(places + 1)
        from values in Texts.ListOf(places)
        select new MergedText(new TextFrame([.. literals]), [.. values]);

    [Fact]
    public void A_part_comes_back_as_the_merged_text() => Quiet.Holds(Merged, text =>
    {
        var (encoding, body) = Part(Write(Letters.Plain with { Text = text }), "plain");
        Assert.Equal(text.ToString().ReplaceLineEndings("\r\n"), Decoded(encoding, body));
        Assert.All(body.Split("\r\n"), line => Assert.True(
            line.Length <= 76 && !line.StartsWith('.') && !line.StartsWith("From ", StringComparison.Ordinal) && !line.EndsWith(' ') && !line.EndsWith('\t')
            && line.All(c => c is '\t' or >= ' ' and <= '~'), line));
    });

    [Fact]
    public void What_others_of_the_frame_were_sent_changes_nothing() => Quiet.Holds(
        from text in Merged
        from values in Texts.ListOf(text.Values.Count)
        from words in Texts
        select (text, other: new MergedText(text.Frame, [.. values]), word: words.ReplaceLineEndings(" ").Replace('\0', ' ')), drawn =>
        {
            var message = Letters.Plain with { Html = drawn.text };
            var another = message with { Html = drawn.other, Subject = drawn.word, From = new("office@mekong.example", drawn.word), Language = "km", Headers = [new("X-Word", drawn.word)] };
            var alone = Write(another with { Html = new MergedText(new TextFrame(drawn.other.Frame.Literals), drawn.other.Values) });
            var first = Write(message);
            Assert.Equal(alone, Write(another));
            Assert.Equal(first, Write(message));
        });

    [Fact]
    public void The_whole_of_a_message_has_no_line_that_begins_with_a_dot_or_is_too_long() => Quiet.Holds(
        from text in Merged from subject in Texts select (text, subject: subject.ReplaceLineEndings(" ").Replace('\0', ' ')), drawn =>
        {
            var message = Letters.Plain with { Subject = drawn.subject, Text = drawn.text, Html = drawn.text, To = new("a@example.org", drawn.subject), Headers = [new("X-Word", drawn.subject)] };
            Assert.All(Write(message).Split("\r\n"), line => Assert.True(line.Length <= 998 && !line.StartsWith('.'), line));
        });

    private static string Write(EmailMessage message) => Encoding.ASCII.GetString(MimeWriter.Write(message));

    private static (string Encoding, string Body) Part(string written, string subtype)
    {
        const string named = "Content-Transfer-Encoding: ";
        var boundary = $"\r\n--{written.Split("boundary=\"")[1].Split('"')[0]}";
        var part = written.Split(boundary).Single(each => each.StartsWith($"\r\nContent-Type: text/{subtype};", StringComparison.Ordinal));
        var (head, end) = (part.IndexOf(named, StringComparison.Ordinal) + named.Length, part.IndexOf("\r\n\r\n", StringComparison.Ordinal));
        return (part[head..end], part[(end + 4)..]);
    }

    private static string Decoded(string encoding, string body)
    {
        if (encoding == "base64") return Encoding.UTF8.GetString(Convert.FromBase64String(body));
        var bytes = new List<byte>();
        for (var i = 0; i < body.Length; i += body[i] == '=' ? 3 : 1)
            if (body[i] != '=') bytes.Add((byte)body[i]);
            else if (body.AsSpan(i + 1, 2) is not "\r\n") bytes.Add(byte.Parse(body.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
