using System.Collections.Immutable;
using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<AuthorityEvent>;

/// <summary>A person in a post, from one day on and before another (null: until now).</summary>
public sealed record Term(Guid PostId, Guid HolderId, DateOnly From, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>A ministry, a department, an inter-governmental body: its posts, and who held them when. A promise stays with the post.</summary>
public sealed record Authority(ValueList<Wording> Names, string Country, ImmutableDictionary<Guid, ValueList<Wording>> Posts, ImmutableList<Term> Terms)
{
    public static readonly Fold<Authority, AuthorityEvent> Fold =
        new("authority", new Authority([], "", ImmutableDictionary<Guid, ValueList<Wording>>.Empty, []), Evolve);

    private bool Exists => Names.Count > 0;

    /// <summary>Who held the post on that day; null: nobody whom we know.</summary>
    public Guid? HolderOn(Guid postId, DateOnly day) => Terms.Find(term => term.PostId == postId && term.HoldsOn(day))?.HolderId;

    public Decision Enter(ValueList<Wording> names, string country)
    {
        var (tidy, code) = (names.Tidy(), country.Trim().ToUpperInvariant());
        if (Exists) return tidy.Equals(Names) && code == Country ? Decision.Nothing : IdIsTaken;
        if (DialogueRules.NameFaults(tidy, "names").FirstOrDefault() is { } fault) return fault;
        return DialogueRules.IsCountry(code) ? new AuthorityEntered(tidy, code) : UnknownCountry.At("country", code);
    }

    public Decision Rename(ValueList<Wording> names)
    {
        var tidy = names.Tidy();
        if (!Exists) return NoSuchAuthority;
        if (DialogueRules.NameFaults(tidy, "names").FirstOrDefault() is { } fault) return fault;
        return tidy.Equals(Names) ? Decision.Nothing : new AuthorityRenamed(tidy);
    }

    /// <summary>A new post, or other titles of one.</summary>
    public Decision NamePost(Guid postId, ValueList<Wording> titles)
    {
        var tidy = titles.Tidy();
        if (!Exists) return NoSuchAuthority;
        if (DialogueRules.NameFaults(tidy, "titles").FirstOrDefault() is { } fault) return fault;
        if (!Posts.TryGetValue(postId, out var was)) return new PostEntered(postId, tidy);
        return tidy.Equals(was) ? Decision.Nothing : new PostRenamed(postId, tidy);
    }

    /// <summary>Whoever held it until then leaves it that day.</summary>
    public Decision Take(Guid postId, Guid holderId, DateOnly from)
    {
        if (!Exists) return NoSuchAuthority;
        if (!Posts.ContainsKey(postId)) return NoSuchPost;
        if (Terms.Exists(term => term.HolderId == holderId)) return Decision.Nothing;
        if (Terms.Exists(term => term.PostId == postId && (term.From >= from || term.Until > from))) return HeldByAnother;
        var taken = new PostTaken(postId, holderId, from);
        return Terms.Find(term => term.PostId == postId && term.Until is null) is { } before ? Decision.All([new PostLeft(postId, before.HolderId, from), taken]) : taken;
    }

    public Decision Leave(Guid postId, Guid holderId, DateOnly until)
    {
        if (!Exists) return NoSuchAuthority;
        if (Terms.Find(term => term.PostId == postId && term.HolderId == holderId) is not { } term) return NoSuchHolder;
        if (term.Until is not null) return term.Until == until ? Decision.Nothing : HasLeft;
        return until <= term.From ? EndsBeforeItBegins.At("until") : new PostLeft(postId, holderId, until);
    }

    private static Authority Evolve(Authority was, AuthorityEvent happened) => happened switch
    {
        AuthorityEntered e => was with { Names = e.Names, Country = e.Country },
        AuthorityRenamed e => was with { Names = e.Names },
        PostEntered e => was with { Posts = was.Posts.Add(e.PostId, e.Titles) },
        PostRenamed e => was with { Posts = was.Posts.SetItem(e.PostId, e.Titles) },
        PostTaken e => was with { Terms = was.Terms.Add(new Term(e.PostId, e.HolderId, e.From, null)) },
        PostLeft e => was with { Terms = [.. was.Terms.Select(term => term.HolderId == e.HolderId ? term with { Until = e.Until } : term)] },
        _ => throw new UnreachableException($"Authority gives {happened.GetType().Name} no meaning."),
    };
}
