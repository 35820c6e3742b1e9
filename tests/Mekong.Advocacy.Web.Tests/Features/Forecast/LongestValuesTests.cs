using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Forecast;

namespace Mekong.Advocacy.Web.Tests.Features.Forecast;

public sealed class LongestValuesTests
{
    private static readonly string Named = AlertMessage.Mark("name");

    [Fact]
    public void Kept_are_the_longest_in_either_encoding_and_the_longest_that_forces_UCS2()
    {
        var longest = new LongestValues();
        foreach (var name in new[] { "Sokha", "Nguyễn Văn A", "Maria Fernandes", "€€€€€€€€", "សុខា", "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B" }) longest.Add(name);
        Assert.Equal(["€€€€€€€€", "Maria Fernandes", "Nguyễn Văn A"], longest.Candidates);
    }

    [Fact]
    public void A_field_without_values_is_empty() => Assert.Equal([""], new LongestValues().Candidates);

    /// <summary>A short Khmer name costs an English text more than a long English one.</summary>
    [Fact]
    public void The_dearest_reader_decides_not_the_longest()
    {
        var cell = new MeasuredCell(new SmsCell("en", "KH", 2, 7, [""]), "https://a.example/u/7.abc");
        foreach (var name in new[] { "Sebastian Fernandes", "សុខា" }) cell.Add(name);
        var message = new AlertMessage("en", "", "", "", $"{Named}: {new string('a', 100)}");
        Assert.Equal(($"សុខា: {new string('a', 100)}", new SmsCount(SmsEncoding.Ucs2, 106, 2)), cell.Longest(message));
        Assert.Equal(SmsEncoding.Gsm7, cell.Unfilled(message));
    }

    [Fact]
    public void Nobody_in_a_cell_gets_a_longer_text_than_was_forecast()
    {
        string[] names = ["A", "Sokha Chan", "Trần Thị B", "€uro {x}", "ឈ្មោះវែងណាស់ណាស់", "👍👍"];
        string[] organisations = ["", "3S Rivers", "Hội Người Lao Động", "[~]"];
        foreach (var body in new[] { 20, 59, 66, 130, 140, 149, 152 })
        {
            var message = new AlertMessage("en", "", "", "", $"{Named} {AlertMessage.Mark("organisation")} {new string('a', body)} {AlertMessage.Mark("optOut")}");
            var cell = new MeasuredCell(new SmsCell("en", "KH", 6, 7, organisations), "https://a.example/u/7.abc");
            foreach (var name in names) cell.Add(name);
            var most = names.SelectMany(name => organisations.Select(organisation =>
                SmsSegments.Count(message.SmsFor(new Personal(name, organisation, "KH", "https://a.example/u/7.abc"))).Parts)).Max();
            Assert.Equal(most, cell.Longest(message).Count.Parts);
        }
    }
}
