using Mekong.Advocacy.Web.Features.SignOns;

namespace Mekong.Advocacy.Web.Tests.Features.SignOns;

public sealed class WebsitesTests
{
    [Theory]
    [InlineData("https://www.lantern.example/about", "mai@lantern.example", "lantern.example")]
    [InlineData("lantern.example", "mai@LANTERN.example", "lantern.example")]
    [InlineData("http://www.bücher.example", "mai@bücher.example", "xn--bcher-kva.example")]
    [InlineData("lantern.example", "mai@evil.example", null)]
    [InlineData("lantern.example", "mai@mail.lantern.example", null)]
    [InlineData("lantern.org.kh", "mai@org.kh", null)]
    [InlineData("https://gmail.com", "mai@gmail.com", null)]
    [InlineData("https://facebook.com/lantern", "mai@facebook.com", null)]
    [InlineData("https://x@lantern.example", "mai@lantern.example", null)]
    [InlineData("javascript:alert(1)", "mai@lantern.example", null)]
    [InlineData("http://127.0.0.1", "mai@127.0.0.1", null)]
    [InlineData("", "mai@lantern.example", null)]
    [InlineData(null, null, null)]
    public void An_address_shows_who_owns_a_website_only_under_its_very_name(string? website, string? email, string? domain) => Assert.Equal(domain, Websites.Shared(website, email));
}
