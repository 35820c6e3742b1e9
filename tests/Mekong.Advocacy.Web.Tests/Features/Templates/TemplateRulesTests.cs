using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.Templates;

public sealed class TemplateRulesTests
{
    private static readonly TemplateFiles Files = new(new AdvocacySettings());

    public static TheoryData<string> Frames => [.. Files.Shipped.Where(file => TemplateFiles.TextName(file) is null)];

    public static TheoryData<string> Texts => [.. Files.Shipped.Where(file => TemplateFiles.TextName(file) is not null)];

    [Theory]
    [MemberData(nameof(Frames))]
    public void What_came_with_the_platform_may_be_saved(string file) =>
        Assert.Empty(TemplateRules.FaultsOf(file, Files.Original(file)!, Files.Original(file)));

    [Theory]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{vorname}}", "template.unknown-field", "{{vorname}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{#each body}}x{{/each}}", "template.unknown-field", "{{#each body}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{> mail}}", "template.unknown-field", "{{> mail}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{{subject}}}", "template.raw-field", "{{{subject}}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{&subject}}", "template.raw-field", "{{{subject}}}")]
    [InlineData("alert/email.en.html", "{{{body}}}", "template.needs-field", "{{optOut}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{! {{optOut}} }}", "template.needs-field", "{{optOut}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{!-- {{optOut}} --}}", "template.needs-field", "{{optOut}}")]
    [InlineData("alert/email.en.html", "{{{body}}} <!-- {{optOut}} -->", "template.needs-field", "{{optOut}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{#unless body}}{{optOut}}{{/unless}}", "template.needs-field", "{{optOut}}")]
    [InlineData("alert/sms.km.txt", "{{optOut}}", "template.needs-field", "{{body}}")]
    [InlineData("mail.html", "<html lang=\"{{language}}\">", "template.needs-field", "{{content}}")]
    [InlineData("notice/sent-back.th.txt", "{{alert}}", "template.needs-field", "{{link}}")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} {{#if subject}}", "template.does-not-compile", null)]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} <SCRIPT>x</SCRIPT>", "template.active-content", "<SCRIPT")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} <p onclick=go()>", "template.active-content", "<p onclick=")]
    [InlineData("alert/email.en.html", "{{{body}}} <a href=' javascript:x'>{{optOut}}</a>", "template.active-content", "javascript:")]
    [InlineData("alert/email.en.html", "{{{body}}} {{optOut}} <img src=\"https://example.org/x.gif\">", "template.remote-asset", null)]
    [InlineData("mail.html", "{{{content}}} {{language}} <style>p { background: url( //example.org/x ) }</style>", "template.remote-asset", null)]
    [InlineData("mail.html", "{{{content}}} {{language}} <style>@import 'https://example.org/x';</style>", "template.remote-asset", null)]
    [InlineData("mail.html", "{{{content}}} {{language}} <link rel=stylesheet href=https://example.org/x>", "template.remote-asset", null)]
    [InlineData("texts/river-day.vi.txt", "Ngày sông\n\nXin chào {{vorname}}", "alert.unknown-merge-field", "{{vorname}}")]
    [InlineData("texts/river-day.vi.txt", "\n\nXin chào", "template.needs-field", "subject")]
    [InlineData("texts/river-day.vi.txt", "Ngày sông", "template.needs-field", "body")]
    public void A_file_that_would_harm_or_puzzle_a_reader_is_refused_with_the_place_quoted(string file, string text, string code, string? quoted)
    {
        var faults = TemplateRules.FaultsOf(file, text, Files.Original(file)).ToList();
        Assert.Contains(faults, fault => fault.Code == code && fault.Field == "text" && (quoted is null || fault.Detail == quoted));
    }

    [Theory]
    [InlineData("alert/email.en.html", "{{#if subject}}<h1>{{ subject }}</h1>{{else}}–{{/if}}{{{body}}}<a href=\"{{optOut}}\">Stop</a> <a href=\"https://example.org\">us</a>")]
    [InlineData("alert/sms.en.txt", "{{body}} {{optOut}}")]
    [InlineData("texts/river-day.vi.txt", "Ngày sông\n\nXin chào {{name}}\n-- sms --\nNgày sông")]
    public void Anything_else_may_be_written(string file, string text) => Assert.Empty(TemplateRules.FaultsOf(file, text, Files.Original(file)));

    [Theory]
    [InlineData("../appsettings.json")]
    [InlineData("sms-policies.json")]
    [InlineData("texts/../mail.html")]
    [InlineData("texts/River.en.txt")]
    [InlineData("texts/river.xx.txt")]
    [InlineData("texts/river.en.html")]
    public void No_other_file_is_the_librarys(string file)
    {
        Assert.False(Files.IsKnown(file));
        Assert.Null(Files.Original(file));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_came_with_the_platform_is_whole_in_its_language(string file)
    {
        var text = TextFile.Read(Files.Original(file)!);
        Assert.True(text.Serves(Channel.Email) && text.Serves(Channel.Sms), file);
        Assert.Equal(3 * Language.All.Count, Texts.Count);
    }

    [Fact]
    public void A_text_file_is_subject_body_and_text_message() => Assert.Equal(
        new AlertText("Public hearing", "Dear {{name}},\n\n**come**.", "Come."),
        TextFile.Read("Public hearing\r\n\r\nDear {{name}},\r\n\r\n**come**.\r\n-- sms --\r\nCome.\r\n"));
}
