using System.Text;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public sealed class MimeWriterTests
{
    private static string Write(EmailMessage message) => Encoding.Latin1.GetString(MimeWriter.Write(message));

    [Theory]
    [InlineData("km")]
    [InlineData("vi")]
    public void A_message_is_written_as_it_was_when_it_was_last_looked_at(string language)
    {
        var golden = Path.Combine(Here.Folder, "Golden", $"{language}.eml");
        Assert.Equal(File.ReadAllText(golden, Encoding.Latin1).ReplaceLineEndings("\r\n"), Write(Letters.In(language)));
    }

    [Theory]
    [InlineData("en"), InlineData("km"), InlineData("lo"), InlineData("my"), InlineData("th"), InlineData("vi"), InlineData("zh-Hans")]
    public void Every_line_is_seven_bit_and_short(string language)
    {
        var written = Write(Letters.In(language) with { Headers = [new("X-Note", Letters.In(language).Text.ToString().Replace('\n', ' '))] });
        Assert.DoesNotContain(written, c => c is not ('\r' or '\n' or >= ' ' and <= '~'));
        Assert.All(written.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("km", "base64")]
    [InlineData("zh-Hans", "base64")]
    [InlineData("vi", "quoted-printable")]
    [InlineData("en", "quoted-printable")]
    public void The_script_decides_on_the_encoding(string language, string encoding) =>
        Assert.Equal(2, Write(Letters.In(language)).Split($"\r\nContent-Transfer-Encoding: {encoding}\r\n").Length - 1);

    [Fact]
    public void The_return_path_shows_nowhere() =>
        Assert.DoesNotContain("7f3a", Write(Letters.Plain with { EnvelopeFrom = "b-7f3a@mekong.example" }), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_same_message_gives_the_same_bytes_and_another_another_boundary()
    {
        Assert.Equal(Write(Letters.Plain), Write(Letters.Plain));
        static string Boundary(string m) => m.Split("boundary=\"")[1].Split('"')[0];
        Assert.NotEqual(Boundary(Write(Letters.Plain)), Boundary(Write(Letters.Plain with { MessageId = "b@mekong.example" })));
    }

    [Fact]
    public void A_long_List_Unsubscribe_is_folded_at_white_space_only()
    {
        var url = $"<https://mekong.example/u/{new string('x', 200)}>";
        var written = Write(Letters.Plain with { Headers = [new("List-Unsubscribe", $"{url}, <mailto:leave@mekong.example>")] });
        Assert.Contains($"\r\nList-Unsubscribe: {url},\r\n <mailto:leave@mekong.example>\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_come_after_the_text_in_parts_of_their_own()
    {
        var pdf = new byte[200];
        new Random(7).NextBytes(pdf);
        var written = Write(Letters.Plain with { Attachments = [new("statement.pdf", "application/pdf", pdf)] });
        Assert.Matches("(?s)multipart/mixed;.*multipart/alternative;.*text/plain.*text/html.*--\r\n--=_[0-9a-f]{32}\r\nContent-Type: application/pdf\r\n", written);
        Assert.Contains(Convert.ToBase64String(pdf), written.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(written[written.IndexOf("application/pdf", StringComparison.Ordinal)..].Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.Throws<ArgumentException>(() => Write(Letters.Plain with { Attachments = [new("a\"\r\nX: y", "application/pdf", pdf)] }));
        Assert.Throws<ArgumentException>(() => Write(Letters.Plain with { Attachments = [new("a.pdf", "application/pdf\r\nX: y", pdf)] }));
    }

    [Fact]
    public void Further_headers_stand_in_the_callers_order()
    {
        var written = Write(Letters.Plain with { Headers = [new("X-Zebra", "1"), new("X-Ant", "2"), new("X-Zebra", "3")] });
        Assert.Contains("\r\nX-Zebra: 1\r\nX-Ant: 2\r\nX-Zebra: 3\r\n", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From"), InlineData("bcc"), InlineData("Content-Type"), InlineData("DKIM-Signature"), InlineData("X Y"), InlineData("X:Y"), InlineData(".X"), InlineData("")]
    public void A_header_that_is_not_the_callers_to_set_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Write(Letters.Plain with { Headers = [new(name, "x")] }));

    [Theory]
    [InlineData("Sokha", "Sokha <a@b.example>")]
    [InlineData("Chan, Sokha", "\"Chan, Sokha\" <a@b.example>")]
    [InlineData("The \"Net\" \\", "\"The \\\"Net\\\" \\\\\" <a@b.example>")]
    [InlineData("", "a@b.example")]
    [InlineData("=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?= <a@b.example>")]
    [InlineData("Hội", "=?utf-8?B?SOG7mWk=?= <a@b.example>")]
    public void A_display_name_is_an_atom_a_quoted_string_or_an_encoded_word(string name, string expected) =>
        Assert.Contains($"\r\nTo: {expected}\r\n", Write(Letters.Plain with { To = new("a@b.example", name) }), StringComparison.Ordinal);

    [Theory]
    [InlineData("a@bücher.example", "a@xn--bcher-kva.example")]
    [InlineData("a@ខ្មែរ.example", "a@xn--j2e0cg3n2c.example")]
    [InlineData("A.B@Example.ORG", "A.B@example.org")]
    [InlineData("a..b@example.org", "\"a..b\"@example.org")]
    [InlineData("\"a b\"@example.org", "\"a b\"@example.org")]
    public void An_address_is_written_in_ASCII(string address, string expected) => Assert.Equal(expected, EmailAddress.Parse(address).ToString());

    [Theory]
    [InlineData("ā@example.org"), InlineData("a@b@example.org"), InlineData("a,b@example.org"), InlineData("a@-x.example"), InlineData("a@x..example")]
    [InlineData("\"a\r\nb\"@example.org"), InlineData("a@example.org\r\n"), InlineData("a@example.org\n"), InlineData("@example.org"), InlineData("a@[127.0.0.1]")]
    public void An_address_that_would_do_harm_is_refused(string address) => Assert.ThrowsAny<ArgumentException>(() => EmailAddress.Parse(address));
}
