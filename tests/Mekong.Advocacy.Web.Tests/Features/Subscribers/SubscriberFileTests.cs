using System.Diagnostics;
using System.Text;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Web.Features.Subscribers;
using static Mekong.Advocacy.Web.Tests.Features.Subscribers.Lists;

namespace Mekong.Advocacy.Web.Tests.Features.Subscribers;

public sealed class SubscriberFileTests
{
    private static void IsSokha(ListLine line)
    {
        Assert.Equal((2, "Sokha Chan", "Village meeting", new DateOnly(2026, 5, 1)), (line.Line, line.Name, line.ConsentWords, line.ConsentOn));
        Assert.Equal(new Profile("km", "KH", "Rivers Coalition", ["dams", "fish"]), line.Profile);
        Assert.Equal([new ListedContact("email", "sokha@example.org", null), new ListedContact("sms", "+85512345678", "KH")], line.Contacts);
    }

    [Fact]
    public void A_list_is_read() => IsSokha(Assert.Single(Clean(Header + Sokha)));

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        IsSokha(Assert.Single(Clean([.. encoding.GetPreamble(), .. encoding.GetBytes(Header + Sokha)])));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string end) => IsSokha(Assert.Single(Clean((Header + Sokha).Replace("\n", end, StringComparison.Ordinal))));

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_spreadsheet_may_separate_otherwise(char separator) =>
        IsSokha(Assert.Single(Clean((Header + Sokha).Replace("dams;fish", "dams|fish", StringComparison.Ordinal).Replace(',', separator))));

    [Fact]
    public void Quotes_hold_commas_quotes_and_line_breaks_and_lines_are_counted_as_in_the_file()
    {
        var lines = Clean(Header + "\"Chan, \"\"Sokha\"\"\",a@example.org,,km,KH,,\"dams, fish\",\"At the\nmeeting\",2026-05-01\n\nVisal,v@example.org,,km,KH,,,Form,2026-05-01");
        Assert.Equal(["Chan, \"Sokha\"", "Visal"], lines.Select(line => line.Name));
        Assert.Equal(["dams", "fish"], lines[0].Profile.Topics);
        Assert.Equal("At the\nmeeting", lines[0].ConsentWords);
        Assert.Equal([2, 5], lines.Select(line => line.Line));
    }

    [Fact]
    public void Columns_stand_in_any_order_among_others_in_any_case_and_need_not_all_be_there()
    {
        var line = Assert.Single(Clean("No, Consent_Date ,EMAIL,Country,language,consent_source,Remarks\n1,2026-05-01,a@example.org,LA,lo,Form,x\n"));
        Assert.Equal(("", new Profile("lo", "LA", null, [])), (line.Name, line.Profile));
    }

    [Theory]
    [InlineData("language")]
    [InlineData("country")]
    [InlineData("consent_source")]
    [InlineData("consent_date")]
    public void A_missing_column_is_named(string column)
    {
        var (line, faults) = Assert.Single(Read((Header + Sokha).Replace(column, "other", StringComparison.Ordinal)));
        Assert.Null(line);
        Assert.Equal(new LineFault(1, new Refusal("subscriber.missing-column", column, column)), Assert.Single(faults));
    }

    public static TheoryData<byte[]> Unreadable => new() { Array.Empty<byte>(), new byte[] { 0xEF, 0xBB, 0xBF }, "\n\n"u8.ToArray() };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void An_empty_file_is_no_list(byte[] file) =>
        Assert.Equal(new LineFault(1, new Refusal("subscriber.file-not-readable")), Assert.Single(Assert.Single(Read(file)).Faults));

    [Fact]
    public void A_list_of_nobody_is_a_list() => Assert.Empty(Read(Header));

    [Fact]
    public void Binary_junk_is_no_list()
    {
        var random = new Random(4711);
        for (var i = 0; i < 200; i++)
        {
            var junk = new byte[random.Next(1, 5_000)];
            random.NextBytes(junk);
            Assert.Equal(1, Assert.Single(Assert.Single(Read(junk)).Faults).Line);
        }
    }

    [Fact]
    public void A_quote_that_is_never_closed_swallows_nobody_in_silence()
    {
        var read = Read(Header + Sokha + Sokha.Replace("Sokha Chan", "\"Sokha", StringComparison.Ordinal) + Sokha + Sokha);
        IsSokha(read[0].Line!);
        Assert.Equal(new LineFault(3, new Refusal("subscriber.file-not-readable")), Assert.Single(read[^1].Faults));
    }

    [Fact]
    public void Lines_without_a_word_are_no_lines() =>
        Assert.Equal([2, 5], Clean(Header + Sokha + ",,,,,,,,\n , , ,,,,,,\n" + Sokha).Select(line => line.Line));

    [Fact]
    public void Ten_thousand_lines_take_no_time()
    {
        var csv = Header + string.Concat(Enumerable.Repeat(Sokha, 10_000));
        var watch = Stopwatch.StartNew();
        Assert.Equal(10_000, Clean(csv).Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
