using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Subscribers;

namespace Mekong.Advocacy.Web.Tests.Features.Subscribers;

public sealed class ListLineTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["name"] = "Sokha",
        ["email"] = "sokha@example.org",
        ["phone"] = "012 345 678",
        ["language"] = "km",
        ["country"] = "KH",
        ["consent_source"] = "Form",
        ["consent_date"] = "2026-05-01",
    };

    private static (ListLine? Line, IReadOnlyList<LineFault> Faults) Read(params (string Column, string Cell)[] cells)
    {
        var line = new Dictionary<string, string>(Good);
        foreach (var (column, cell) in cells) line[column] = cell;
        return ListLines.Read(7, column => line.GetValueOrDefault(column, ""), Lists.Today);
    }

    [Theory]
    [InlineData("language", "xx", "subscriber.unknown-language", "language")]
    [InlineData("language", "", "subscriber.unknown-language", "language")]
    [InlineData("country", "FR", "subscriber.unknown-country", "country")]
    [InlineData("country", "zh", "subscriber.unknown-country", "country")]
    [InlineData("consent_source", "", "subscriber.needs-consent-source", "consent_source")]
    [InlineData("consent_date", "", "subscriber.bad-consent-date", "consent_date")]
    [InlineData("consent_date", "01.05.2026", "subscriber.bad-consent-date", "consent_date")]
    [InlineData("consent_date", "2026-02-30", "subscriber.bad-consent-date", "consent_date")]
    [InlineData("consent_date", "2026-12-03", "subscriber.consent-in-the-future", "consent_date")]
    public void A_line_that_cannot_be_used_is_refused_at_its_cell(string column, string cell, string code, string field)
    {
        var (line, faults) = Read((column, cell));
        Assert.Null(line);
        Assert.Equal(new LineFault(7, new Refusal(code, field, code.EndsWith("consent-source", StringComparison.Ordinal) ? null : cell)), Assert.Single(faults));
    }

    [Fact]
    public void All_faults_of_a_line_are_told_at_once() => Assert.Equal(
        ["subscriber.unknown-language", "subscriber.unknown-country", "subscriber.needs-consent-source", "subscriber.bad-consent-date"],
        Read(("language", ""), ("country", ""), ("consent_source", ""), ("consent_date", "")).Faults.Select(fault => fault.Refusal.Code));

    [Theory]
    [InlineData("email", "sokha", "subscriber.bad-email", "sms")]
    [InlineData("email", "sokha@localhost", "subscriber.bad-email", "sms")]
    [InlineData("email", "Sokha <sokha@example.org>", "subscriber.bad-email", "sms")]
    [InlineData("email", "a@example.org,b@example.org", "subscriber.bad-email", "sms")]
    [InlineData("email", "a@example.org\r\nBcc: b@example.org", "subscriber.bad-email", "sms")]
    [InlineData("email", "សុខា@example.org", "subscriber.bad-email", "sms")]
    [InlineData("phone", "12", "subscriber.bad-phone", "email")]
    [InlineData("phone", "call me", "subscriber.bad-phone", "email")]
    [InlineData("phone", "023 123 456", "subscriber.not-a-mobile", "email")]
    public void A_faulty_contact_point_is_named_and_the_other_is_kept(string column, string cell, string code, string kept)
    {
        var (line, faults) = Read((column, cell));
        Assert.Equal(kept, Assert.Single(line!.Contacts).Channel);
        Assert.Equal(new LineFault(7, new Refusal(code, column, cell)), Assert.Single(faults));
    }

    [Fact]
    public void Nobody_is_entered_without_a_contact_point()
    {
        Assert.Equal([new Refusal("subscriber.needs-contact-point", "email")], Read(("email", ""), ("phone", "")).Faults.Select(fault => fault.Refusal));
        Assert.Null(Read(("email", ""), ("phone", "")).Line);
        Assert.Equal(["subscriber.bad-email", "subscriber.bad-phone"], Read(("email", "x"), ("phone", "y")).Faults.Select(fault => fault.Refusal.Code));
        Assert.Null(Read(("email", "x"), ("phone", "y")).Line);
    }

    [Theory]
    [InlineData("០១២ ៣៤៥ ៦៧៨", "KH", "+85512345678")]
    [InlineData("๐๘๑ ๒๓๔ ๕๖๗๘", "TH", "+66812345678")]
    [InlineData("+66 81 234 5678", "KH", "+66812345678")]
    [InlineData("+855 (0)12-345-678", "TH", "+85512345678")]
    public void A_number_is_read_as_it_is_written_there(string phone, string country, string e164) =>
        Assert.Equal(e164, Read(("phone", phone), ("country", country)).Line!.Contacts[^1].Address);

    [Fact]
    public void Codes_and_addresses_have_one_form()
    {
        var line = Read(("language", "ZH-hans"), ("country", "cn"), ("email", "SoKha@Example.ORG"), ("phone", "")).Line!;
        Assert.Equal(("zh-Hans", "CN", "sokha@example.org"), (line.Profile.Language, line.Profile.Country, line.Contacts[0].Address));
    }

    [Fact]
    public void Topics_are_sorted_and_named_once() =>
        Assert.Equal(["dams", "fish"], Read(("topics", " fish ; dams,fish| ;")).Line!.Profile.Topics);

    [Fact]
    public void A_role_is_a_free_label_of_one_line()
    {
        Assert.Equal("journalist", Read(("role", " journalist ")).Line!.Profile.Role);
        Assert.Equal("village chief", Read(("role", "village\r\nchief")).Line!.Profile.Role);
        Assert.Null(Read(("role", "")).Line!.Profile.Role);
        Assert.Null(Read().Line!.Profile.Role);
    }

    [Fact]
    public void Consent_given_today_east_of_here_is_not_in_the_future() =>
        Assert.Equal(new DateOnly(2026, 12, 2), Read(("consent_date", "2026-12-02")).Line!.ConsentOn);

    [Theory]
    [InlineData("'=HYPERLINK(1)", "=HYPERLINK(1)")]
    [InlineData("'+1", "+1")]
    [InlineData("'-x", "-x")]
    [InlineData("'@x", "@x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("  a\0b ", "ab")]
    public void A_guard_against_formulas_is_taken_off(string cell, string name) =>
        Assert.Equal(name, Assert.Single(Lists.Clean(Lists.Header + Lists.Sokha.Replace("Sokha Chan", cell, StringComparison.Ordinal))).Name);

    [Fact]
    public void A_guarded_phone_number_is_a_phone_number() =>
        Assert.Equal("+85512345678", Assert.Single(Lists.Clean(Lists.Header + Lists.Sokha.Replace("+855", "'+855", StringComparison.Ordinal))).Contacts[1].Address);

    [Fact]
    public void A_name_of_several_lines_becomes_one() =>
        Assert.Equal("Sokha Chan", Assert.Single(Lists.Clean(Lists.Header + Lists.Sokha.Replace("Sokha Chan", "\"Sokha\r\n Chan\"", StringComparison.Ordinal))).Name);
}
