using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Messages;

public sealed class SmsPricesTests
{
    private static readonly Guid Admin = new("ad000000-0000-0000-0000-000000000001");
    private static readonly SmsPriceList List = new("USD", new Dictionary<string, decimal> { ["KH"] = 0.05m, ["TH"] = 0.0245m }, 100m, "Invoice of October 2026");
    private readonly Spec<SmsPrices, SmsPricesEvent> prices = new(SmsPrices.Fold);

    [Fact]
    public void A_list_is_entered_and_changed()
    {
        prices.When(p => p.Change(Admin, List)).Then(new SmsPricesChanged(Admin, List));
        var dearer = List with { PerPart = new Dictionary<string, decimal>(List.PerPart) { ["TH"] = 0.03m } };
        prices.Given(new SmsPricesChanged(Admin, List)).When(p => p.Change(Admin, dearer)).Then(new SmsPricesChanged(Admin, dearer));
        prices.Given(new SmsPricesChanged(Admin, List)).When(p => p.Change(Admin, List with { Cap = null })).Then(new SmsPricesChanged(Admin, List with { Cap = null }));
    }

    [Fact]
    public void The_same_list_in_another_order_changes_nothing() => prices.Given(new SmsPricesChanged(Admin, List))
        .When(p => p.Change(Admin, List with { PerPart = new Dictionary<string, decimal> { ["TH"] = 0.02450m, ["KH"] = 0.05m } })).ThenNothing();

    public static TheoryData<string, SmsPriceList, Refusal> Faulty => new()
    {
        { "currency", List with { Currency = "usd" }, new("prices.bad-currency", "currency", "usd") },
        { "negative", List with { PerPart = new Dictionary<string, decimal> { ["KH"] = -0.01m } }, new("prices.bad-price", "prices.KH", "-0.01") },
        { "too fine", List with { PerPart = new Dictionary<string, decimal> { ["KH"] = 0.0000001m } }, new("prices.bad-price", "prices.KH", "0.0000001") },
        { "too dear", List with { PerPart = new Dictionary<string, decimal> { ["KH"] = 100_001m } }, new("prices.bad-price", "prices.KH", "100001") },
        { "country", List with { PerPart = new Dictionary<string, decimal> { ["Kh"] = 1m } }, new("prices.unknown-country", "prices.Kh", "Kh") },
        { "cap", List with { Cap = -1m }, new("prices.bad-cap", "cap", "-1") },
        { "fine cap", List with { Cap = 1.005m }, new("prices.bad-cap", "cap", "1.005") },
        { "no source", List with { Source = " " }, new("prices.needs-source", "source") },
        { "long source", List with { Source = new('s', 501) }, new("prices.source-too-long", "source", "500") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_list_is_refused_at_its_field(string what, SmsPriceList list, Refusal refusal)
    {
        Assert.NotEmpty(what);
        prices.When(p => p.Change(Admin, list)).ThenRefused(refusal);
    }

    [Theory]
    [InlineData("100", "100", false, "100.00 USD > 100.00 USD")]
    [InlineData("100.001", "100", true, "100.01 USD > 100.00 USD")] // what is over reads as over
    [InlineData("124.5", "100", true, "124.50 USD > 100.00 USD")]
    public void A_cost_is_held_against_the_cap(string amount, string cap, bool over, string words)
    {
        var cost = new SmsCost(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD", decimal.Parse(cap, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((over, words), (cost.IsOver, cost.OverCap));
        Assert.False((cost with { Cap = null }).IsOver);
    }
}
