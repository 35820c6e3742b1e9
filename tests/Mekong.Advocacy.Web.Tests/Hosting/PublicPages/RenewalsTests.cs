using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Microsoft.AspNetCore.Http;

namespace Mekong.Advocacy.Web.Tests.Hosting.PublicPages;

/// <summary>Where many sign at once, one reader makes the page anew and the others are handed the last copy.</summary>
public sealed class RenewalsTests
{
    private const string Page = "/en/statements/1 en br";

    private readonly Renewals renewals;
    private long now = 1_000;

    public RenewalsTests() => renewals = new(() => now);

    [Fact]
    public void In_quiet_times_whoever_asks_sees_what_was_added()
    {
        for (var added = 0; added < 5; added++) Assert.Equal(added, Ask("a", added, made: true));
    }

    [Fact]
    public void While_one_makes_the_page_the_others_are_handed_the_last_copy()
    {
        Ask("a", 1, made: true);
        Assert.Equal(2, Ask("a", 2));
        Assert.Equal(1, Ask("a", 3));
        Assert.Equal(1, Ask("a", 4));
    }

    [Fact]
    public void Who_does_not_finish_is_not_waited_for()
    {
        Ask("a", 1, made: true);
        Assert.Equal(2, Ask("a", 2));
        now += 1_000;
        Assert.Equal(3, Ask("a", 3));
    }

    [Fact]
    public void In_a_rush_the_page_is_made_twice_in_a_second_and_no_copy_is_older_than_half_of_one()
    {
        var (made, handed, added) = (0, 0L, 0L);
        for (; now < 61_000; now += 10)
        {
            var mine = Ask("a", ++added, made: true);
            if (mine == added) made++;
            else Assert.InRange(added - mine, 1, 50);
            Assert.True(mine >= handed);
            handed = mine;
        }
        Assert.InRange(made, 120, 131);
        now += 500;
        Assert.Equal(added, Ask("a", added));
    }

    [Fact]
    public void What_changed_is_seen_at_once_whatever_is_being_made()
    {
        Ask("a", 1, made: true);
        Ask("a", 2);
        Assert.Equal(5, Ask("b", 5));
        Assert.Equal(5, Ask("b", 6)); // waits with the others for the one copy that there will be
    }

    [Fact]
    public void A_sign_on_adds_and_a_withdrawal_changes()
    {
        var happenings = new Happenings();
        string[] shown = ["sign-on"];
        var stream = $"sign-on-{Guid.Empty}";
        happenings.In(stream, new SignOnOfferRefused(Guid.Empty, "false"));
        var before = (happenings.Changed(shown), happenings.Added(shown));
        happenings.In(stream, new SignedOn(null!));
        Assert.Equal((before.Item1, before.Item2 + 1), (happenings.Changed(shown), happenings.Added(shown)));
        happenings.In(stream, new SignedOn(null!), new SignOnHoldLifted(Guid.Empty, "settled"));
        Assert.NotEqual(before.Item1, happenings.Changed(shown));
    }

    private long Ask(string changed, long added, bool made = false)
    {
        var http = new DefaultHttpContext();
        var answer = renewals.AsOf(http, Page, changed, added);
        if (made) Renewals.Made(http);
        return answer;
    }
}
