using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class AlertContentTests
{
    [Fact]
    public void A_changed_copy_has_a_hash_of_its_own_though_the_first_was_asked_before()
    {
        var before = Content.Hash;
        var copy = Content with { Fallback = Fallback.None };
        Assert.NotEqual(before, copy.Hash);
        Assert.NotEqual(Content, copy);
    }

    [Fact]
    public void Contents_are_equal_when_they_read_the_same() =>
        Assert.Equal(Content, Content with { Texts = Content.Texts.Reverse().ToDictionary(), Audience = Content.Audience with { Countries = ["LA", "KH"] } });

    [Fact]
    public void A_channel_is_served_by_the_languages_that_have_its_text_in_the_order_of_the_pages()
    {
        var content = Content.With("th", new("ให้แม่น้ำไหล", " ", "3 ธ.ค.")).With("vi", new("S", "B", "\n"));
        Assert.Equal(["en", "km", "vi"], content.LanguagesFor(Channel.Email));
        Assert.Equal(["en", "km", "th"], content.LanguagesFor(Channel.Sms));
    }
}
