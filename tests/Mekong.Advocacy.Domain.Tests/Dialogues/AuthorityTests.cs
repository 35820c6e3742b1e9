using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;
using static Mekong.Advocacy.Domain.Tests.Dialogues.Promised;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>People come and go; the post stays, and so does what was promised in it.</summary>
public sealed class AuthorityTests
{
    private static readonly AuthorityEvent[] Entered =
    [
        new AuthorityEntered([new("en", "Ministry of Labour")], "KH"), new PostEntered(Director, [new("en", "Director General")]), new PostTaken(Director, Dara, new(2025, 3, 1)),
    ];

    private readonly Spec<Authority, AuthorityEvent> authority = new(Authority.Fold);

    [Fact]
    public void A_reshuffle_ends_one_term_and_begins_the_next()
    {
        authority.Given(Entered).When(a => a.Take(Director, Vanna, new(2027, 11, 1))).Then(new PostLeft(Director, Dara, new(2027, 11, 1)), new PostTaken(Director, Vanna, new(2027, 11, 1)));
        var after = Authority.Fold.Over([.. Entered, new PostLeft(Director, Dara, new(2027, 11, 1)), new PostTaken(Director, Vanna, new(2027, 11, 1))]);
        Assert.Equal((Dara, Vanna), (after.HolderOn(Director, new(2027, 10, 31)), after.HolderOn(Director, new(2027, 11, 1))));
        Assert.Null(after.HolderOn(Director, new(2025, 2, 28)));
    }

    [Fact]
    public void Nobody_takes_a_post_while_another_held_it()
    {
        authority.Given(Entered).When(a => a.Take(Director, Vanna, new(2025, 3, 1))).ThenRefused(HeldByAnother);
        authority.Given([.. Entered, new PostLeft(Director, Dara, new(2026, 1, 1))]).When(a => a.Take(Director, Vanna, new(2025, 12, 31))).ThenRefused(HeldByAnother);
        authority.Given(Entered).When(a => a.Take(Vanna, Vanna, new(2027, 1, 1))).ThenRefused(NoSuchPost);
    }

    [Fact]
    public void A_term_ends_after_it_began_and_once()
    {
        authority.Given(Entered).When(a => a.Leave(Director, Dara, new(2025, 3, 1))).ThenRefused(EndsBeforeItBegins.At("until"));
        authority.Given(Entered).When(a => a.Leave(Director, Dara, new(2026, 1, 1))).Then(new PostLeft(Director, Dara, new(2026, 1, 1)));
        authority.Given([.. Entered, new PostLeft(Director, Dara, new(2026, 1, 1))]).When(a => a.Leave(Director, Dara, new(2026, 2, 1))).ThenRefused(HasLeft);
    }

    [Fact]
    public void It_has_a_name_and_a_seat()
    {
        authority.Given().When(a => a.Enter([], "KH")).ThenRefused(NeedsName);
        authority.Given().When(a => a.Enter([new("en", "Secretariat")], "id")).Then(new AuthorityEntered([new("en", "Secretariat")], "ID"));
        authority.Given().When(a => a.NamePost(Director, [new("en", "Chair")])).ThenRefused(NoSuchAuthority);
    }
}
