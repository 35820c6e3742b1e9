using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Tests.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("km", Fallback.None, "km")]
    [InlineData("lo", Fallback.None, "lo")]
    [InlineData("km", Fallback.English, "km en")]
    [InlineData("lo", Fallback.English, "lo en")]
    [InlineData("en", Fallback.English, "en")]
    [InlineData("en", Fallback.Next, "en")]
    [InlineData("lo", Fallback.Next, "lo th en")]
    [InlineData("th", Fallback.Next, "th en")]
    [InlineData("zh-Hans", Fallback.Next, "zh-Hans en")]
    public void A_reader_is_offered_in_turn(string own, Fallback fallback, string offered) =>
        Assert.Equal(offered.Split(' '), Language.Chain(own, fallback));

    [Fact]
    public void Seven_languages_and_six_countries_are_known_by_their_exact_codes()
    {
        Assert.Equal(["en", "km", "lo", "my", "th", "vi", "zh-Hans"], Language.All);
        Assert.Equal(["KH", "LA", "MM", "TH", "VN", "CN"], Country.All);
        Assert.False(Language.IsKnown("EN") || Language.IsKnown("zh") || Country.IsKnown("kh"));
    }
}
