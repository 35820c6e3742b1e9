using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class AlertMessageTests
{
    private static readonly Personal Sokha = new("Sokha <b>Chan</b> & \"co\"", "Rivers & Roots", "KH", "https://example.org/u/1.a?b=c&d");

    private static AlertMessage Saying(string text)
    {
        var marked = AlertMessage.WithMarks(text);
        return new("en", marked, marked, marked, marked);
    }

    [Fact]
    public void Personal_fields_are_filled_as_they_stand_but_encoded_in_HTML()
    {
        var message = Saying("{{name}}, {{ organisation }}, {{country}}");
        const string plain = "Sokha <b>Chan</b> & \"co\", Rivers & Roots, KH";
        Assert.Equal(plain, message.SubjectFor(Sokha));
        Assert.Equal(plain, message.TextFor(Sokha));
        Assert.Equal(plain, message.SmsFor(Sokha));
        Assert.Equal("Sokha &lt;b&gt;Chan&lt;/b&gt; &amp; &quot;co&quot;, Rivers &amp; Roots, KH", message.HtmlFor(Sokha));
    }

    [Fact]
    public void The_opt_out_link_is_encoded_in_HTML_too()
    {
        var mark = AlertMessage.Mark("optOut");
        Assert.Equal("<a href=\"https://example.org/u/1.a?b=c&amp;d\">", new AlertMessage("en", "", $"<a href=\"{mark}\">", mark, "").HtmlFor(Sokha));
    }

    [Fact]
    public void Marks_that_an_author_pasted_are_taken_out() =>
        Assert.Equal("optOut, name", Saying("\uE000optOut\uE001, \uE000name\uE001").TextFor(Sokha));

    [Fact]
    public void Nor_do_pasted_marks_hide_a_field_that_no_author_may_use() =>
        Assert.Equal("{{optOut}} {{phone}}", Saying("{\uE000{optOut}} {{phone\uE001}}").TextFor(Sokha));

    [Theory]
    [InlineData("{{country}}")]
    [InlineData("\uE000country\uE001")]
    public void A_name_is_text_whatever_it_holds(string name) =>
        Assert.Equal($"{name} KH", Saying("{{name}} {{country}}").TextFor(Sokha with { Name = name }));

    [Fact]
    public void Zero_width_spaces_are_taken_out_of_a_text_message_only()
    {
        var message = Saying("\nសូម\u200Bជួយ {{name}}\n");
        var reader = Sokha with { Name = "ស\u200Bុខ" };
        Assert.Equal("សូមជួយ សុខ", message.SmsFor(reader));
        Assert.Equal("\nសូម\u200Bជួយ ស\u200Bុខ\n", message.TextFor(reader));
        Assert.Equal("\nសូម\u200Bជួយ ស\u200Bុខ\n", message.HtmlFor(reader));
    }

    [Fact]
    public void A_name_with_a_line_break_makes_no_second_line_of_a_subject() =>
        Assert.Equal("Dear Sokha Bcc: all@example.org", Saying("Dear {{name}}").SubjectFor(Sokha with { Name = "Sokha\r\nBcc: all@example.org" }));

    [Fact]
    public void All_readers_share_the_pieces_and_each_has_their_own_values()
    {
        var message = Saying("Dear {{name}} of {{organisation}}, {{name}}!");
        var (hers, his) = (message.MergedPlain(Sokha), message.MergedPlain(Sokha with { Name = "Dara" }));
        Assert.Same(hers.Frame, his.Frame);
        Assert.Equal(["Dear ", " of ", ", ", "!"], his.Frame.Literals);
        Assert.Equal(["Dara", "Rivers & Roots", "Dara"], his.Values);
        Assert.Same(message.MergedHtml(Sokha).Frame, message.MergedHtml(Sokha).Frame);
    }
}
