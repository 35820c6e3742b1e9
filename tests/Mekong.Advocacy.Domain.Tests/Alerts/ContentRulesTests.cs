using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class ContentRulesTests
{
    private static IEnumerable<Refusal> FaultsOf(AlertContent content) => ContentRules.FaultsOf(content);

    private static AlertContent English(string subject, string body, string sms) => Content.With("en", new(subject, body, sms));

    private static AlertContent Chosen(Func<Audience, Audience> change) => Content with { Audience = change(Content.Audience) };

    [Fact]
    public void A_whole_alert_has_no_fault() => Assert.Empty(FaultsOf(Content));

    [Theory]
    [InlineData("{{name}}, {{ organisation }} and {{country}}")]
    [InlineData("{name} {{a}b}} { {name} } }} {{")]
    [InlineData("{{{name}}}")]
    public void Known_merge_fields_and_lone_braces_are_text(string body) => Assert.Empty(FaultsOf(English("S", body, "")));

    [Theory]
    [InlineData("{{Name}}")]
    [InlineData("{{}}")]
    [InlineData("{{optOut}}")]
    [InlineData("{{#if name}}")]
    [InlineData("{{name\n}}{{x}}", "{{x}}")]
    public void Any_other_merge_field_is_quoted_where_it_stands(string body, string? quoted = null) =>
        Assert.Equal([new Refusal("alert.unknown-merge-field", "texts.en.body", quoted ?? body)], FaultsOf(English("S", body, "")));

    [Fact]
    public void Every_field_of_a_text_is_looked_at() => Assert.Equal(
        [
            new Refusal("alert.unknown-merge-field", "texts.en.subject", "{{a}}"),
            new Refusal("alert.unknown-merge-field", "texts.en.body", "{{b}}"),
            new Refusal("alert.unknown-merge-field", "texts.en.body", "{{c}}"),
            new Refusal("alert.unknown-merge-field", "texts.en.sms", "{{d}}"),
        ],
        FaultsOf(English("{{a}}", "{{b}} {{c}}", "{{d}}")));

    [Theory]
    [InlineData(200, 20_000, 1_000)]
    public void A_text_may_be_as_long_as_this(int subject, int body, int sms)
    {
        Assert.Empty(FaultsOf(English(new('s', subject), new('b', body), new('t', sms))));
        Assert.Equal(
            [
                new Refusal("alert.text-too-long", "texts.en.subject", "200"),
                new Refusal("alert.text-too-long", "texts.en.body", "20000"),
                new Refusal("alert.text-too-long", "texts.en.sms", "1000"),
            ],
            FaultsOf(English(new('s', subject + 1), new('b', body + 1), new('t', sms + 1))));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("EN")]
    [InlineData("")]
    public void A_text_in_an_unknown_language_is_refused(string code) =>
        Assert.Equal([new Refusal("alert.unknown-language", $"texts.{code}", code)], FaultsOf(Content.With(code, new("", "", ""))));

    [Fact]
    public void An_unknown_country_is_quoted() => Assert.Equal(
        [new Refusal("alert.unknown-country", "audience.countries", "kh"), new Refusal("alert.unknown-country", "audience.countries", "FR")],
        FaultsOf(Chosen(a => a with { Countries = ["KH", "kh", "FR"] })));

    [Fact]
    public void An_unknown_language_of_readers_is_quoted() =>
        Assert.Equal([new Refusal("alert.unknown-language", "audience.languages", "zh")], FaultsOf(Chosen(a => a with { Languages = ["zh", "zh-Hans"] })));

    [Fact]
    public void An_unknown_channel_is_quoted() =>
        Assert.Equal([new Refusal("alert.unknown-channel", "audience.channels", "fax")], FaultsOf(Chosen(a => a with { Channels = ["fax", "sms"] })));

    [Fact]
    public void A_channel_is_needed() =>
        Assert.Equal([new Refusal("alert.needs-channel", "audience.channels")], FaultsOf(Chosen(a => a with { Channels = [] })));

    [Fact]
    public void All_faults_are_told_at_once() => Assert.Equal(
        [AlertRefusals.NeedsName, AlertRefusals.UnknownLanguage.At("texts.xx", "xx"), AlertRefusals.NeedsChannel],
        FaultsOf(Chosen(a => a with { Channels = [] }).With("xx", new("", "", "")) with { Name = "" }));
}
