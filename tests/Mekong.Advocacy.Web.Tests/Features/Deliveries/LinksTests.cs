using Mekong.Advocacy.Engines.Vault;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class LinksTests
{
    private static readonly AdvocacySettings Settings = new() { PublicUrl = new("https://alerts.example.org") };

    private readonly Links links = With(key: 1);

    private static Links With(byte key) => new(new AesVault(new KeyRing(1, [], [key], [key])), Settings);

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(123_456_789_012)]
    [InlineData(long.MaxValue)]
    public void A_link_of_ours_is_known_again(long number)
    {
        var token = links.Token(Links.OptOut, number);
        Assert.Equal(number, links.Read(Links.OptOut, token));
        Assert.Equal($"https://alerts.example.org/u/{token}", links.OptOutOf(number).AbsoluteUri);
        Assert.Equal($"https://alerts.example.org/hooks/sms/{links.Token(Links.Status, number)}", links.StatusOf(number).AbsoluteUri);
    }

    [Fact]
    public void A_link_fits_a_text_message() => Assert.True(links.OptOutOf(999_999).AbsoluteUri.Length <= 60);

    [Fact]
    public void A_trial_stands_for_nobody_and_is_as_long_as_a_readers_link()
    {
        Assert.Null(links.Read(Links.OptOut, Links.Trial));
        Assert.Equal(links.Token(Links.OptOut, 123_456).Length, Links.Trial.Length);
    }

    [Fact]
    public void One_bit_changed_anywhere_is_refused()
    {
        var token = links.Token(Links.OptOut, 4711);
        for (var at = 0; at < token.Length; at++)
            for (var bit = 0; bit < 16; bit++)
                Assert.Null(links.Read(Links.OptOut, $"{token[..at]}{(char)(token[at] ^ (1 << bit))}{token[(at + 1)..]}"));
    }

    [Fact]
    public void A_link_for_one_purpose_serves_no_other()
    {
        string[] purposes = [Links.OptOut, Links.Status, Links.Return, Links.WebView];
        foreach (var made in purposes)
            foreach (var used in purposes.Where(purpose => purpose != made))
                Assert.Null(links.Read(used, links.Token(made, 1)));
    }

    [Fact]
    public void Another_installations_link_is_refused() => Assert.Null(links.Read(Links.OptOut, With(key: 2).Token(Links.OptOut, 1)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData(".AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("-1.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("99999999999999999999.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("១.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.%00")]
    [InlineData("' or 1=1 --")]
    public void Junk_is_refused(string token) => Assert.Null(links.Read(Links.OptOut, token));

    [Fact]
    public void So_is_another_spelling_of_the_same_number_or_mark()
    {
        var token = links.Token(Links.OptOut, 12);
        string[] others = [$"0{token}", $"+{token}", $" {token}", $"{token} ", $"{token}\n", $"{token}==", $"{token}A", token.ToUpperInvariant(), $"{token}.{token}", token + new string('A', 10_000)];
        Assert.All(others, other => Assert.Null(links.Read(Links.OptOut, other)));
    }
}
