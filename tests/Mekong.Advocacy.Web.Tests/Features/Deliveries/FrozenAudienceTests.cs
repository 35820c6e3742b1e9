using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class FrozenAudienceTests
{
    private static readonly AlertContent Content = new(
        "Dam hearing",
        new Dictionary<string, AlertText> { ["en"] = new("S", "B", ""), ["th"] = new("ห", "น", "ส"), ["km"] = new("ស", " ", "ទ") },
        new Audience([], [], [], [], ["email", "sms"]), Fallback.English);

    [Theory]
    [InlineData(Fallback.English, "email", "th", "th")]
    [InlineData(Fallback.English, "email", "km", "en")] // a subject alone is no mail
    [InlineData(Fallback.English, "sms", "km", "km")]
    [InlineData(Fallback.English, "email", "lo", "en")]
    [InlineData(Fallback.English, "sms", "lo", null)]
    [InlineData(Fallback.Next, "email", "lo", "th")]
    [InlineData(Fallback.Next, "sms", "lo", "th")]
    [InlineData(Fallback.Next, "email", "vi", "en")]
    [InlineData(Fallback.Next, "sms", "vi", null)]
    [InlineData(Fallback.None, "email", "th", "th")]
    [InlineData(Fallback.None, "email", "lo", null)]
    [InlineData(Fallback.None, "email", "km", null)]
    [InlineData(Fallback.None, "sms", "en", null)]
    public void A_reader_gets_the_first_language_that_has_a_text_for_the_channel(Fallback fallback, string channel, string own, string? chosen) =>
        Assert.Equal(chosen, FrozenAudience.Chosen(Content with { Fallback = fallback }, channel, own));
}
