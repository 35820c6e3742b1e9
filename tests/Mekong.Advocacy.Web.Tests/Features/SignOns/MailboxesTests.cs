using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.SignOns;

/// <summary>One letter box is one person, and one house signs once in a minute.</summary>
public sealed class MailboxesTests
{
    [Theory]
    [InlineData("mai@lantern.example", "mai@lantern.example")]
    [InlineData("mai+petition@lantern.example", "mai@lantern.example")]
    [InlineData("Mai.Example+1@Gmail.com", "maiexample@gmail.com")]
    [InlineData("m.a.i.example@googlemail.com", "maiexample@gmail.com")]
    [InlineData("mai.example@lantern.example", "mai.example@lantern.example")]
    [InlineData("+mai@lantern.example", "+mai@lantern.example")]
    [InlineData("nobody", "nobody")]
    public void Tags_and_dots_lead_into_one_letter_box(string typed, string box) => Assert.Equal(box, Mailboxes.Of(typed));

    [Fact]
    public void A_letter_box_is_its_own() => Prop.ForAll<NonNull<string>>(typed => Mailboxes.Of(Mailboxes.Of(typed.Get)) == Mailboxes.Of(typed.Get)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.77/32", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.77/32", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48")]
    public void An_address_is_counted_as_a_house_and_as_a_range(string address, string house, string range) =>
        Assert.Equal((house, range), (Places.House(IPAddress.Parse(address)), Places.Range(IPAddress.Parse(address))));

    [Fact]
    public void One_in_a_minute_and_five_in_five_minutes_come_from_one_house()
    {
        var (clock, here) = (new MovableClock(), IPAddress.Parse("203.0.113.77"));
        var crowds = new Crowds(new AdvocacySettings { Limits = new LimitSettings { SignOnsPerHour = 8 } }, clock);
        IReadOnlyList<string> Doubts(EndorserKind kind = EndorserKind.Individual, string domain = "gmail.com") => crowds.Of(here, kind, $"mai@{domain}").Doubts;
        Assert.Empty(Doubts());
        Assert.Equal([Arrival.Quick], Doubts());
        for (var n = 0; n < 2; n++)
        {
            clock.Move(TimeSpan.FromSeconds(61));
            Assert.Empty(Doubts());
        }
        clock.Move(TimeSpan.FromSeconds(61));
        Assert.Empty(Doubts());
        clock.Move(TimeSpan.FromSeconds(50));
        Assert.Equal([Arrival.Quick], Doubts());
        Assert.Empty(Doubts(EndorserKind.Organisation));
        Doubts();
        Doubts();
        Assert.Equal([Arrival.Quick, Arrival.Crowd], Doubts());
        clock.Move(TimeSpan.FromHours(1));
        Assert.Empty(Doubts());
        for (var n = 0; n < 8; n++)
        {
            clock.Move(TimeSpan.FromMinutes(6));
            here = IPAddress.Parse(FormattableString.Invariant($"198.51.{n}.1"));
            Assert.Empty(Doubts(domain: "stuffing.example"));
        }
        here = IPAddress.Parse("192.0.2.1");
        Assert.Equal([Arrival.Domain], Doubts(domain: "stuffing.example"));
        Assert.Empty(Doubts(domain: "another.example").Except([Arrival.Quick]));
    }
}
