namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>In what an organisation is like another; the first alone says that it is the same.</summary>
public enum Likeness { SameName, SameNameElsewhere, SameAcronym, SimilarName, BranchOrParent }

/// <summary>Names, acronym and country of an organisation, made ready to be held against others.</summary>
public sealed class OrganisationPrint
{
    /// <summary>From here on two names are perhaps one.</summary>
    public const double Near = 0.75;

    private readonly IReadOnlyList<NamePrint> names;
    private readonly string acronym, country;

    /// <param name="keys">Of the names, in their order, where they are known already.</param>
    public OrganisationPrint(IReadOnlyList<string> names, string? acronym, string country, IReadOnlyList<string>? keys = null)
    {
        this.names = [.. names.Select((name, i) => new NamePrint(name, keys?[i]))];
        this.acronym = NameKey.OfAcronym(acronym ?? "");
        this.country = country;
    }

    /// <summary>Null: nothing says that they are one organisation or one family.</summary>
    public Likeness? Compare(OrganisationPrint other)
    {
        var pairs = names.SelectMany(mine => other.names.Select(theirs => (mine, theirs))).ToList();
        if (pairs.Exists(pair => pair.mine.Key.Length > 0 && pair.mine.Key == pair.theirs.Key))
            return country == other.country ? Likeness.SameName : Likeness.SameNameElsewhere;
        if (country == other.country && (SharesAcronym(other) || other.SharesAcronym(this))) return Likeness.SameAcronym;
        if (pairs.Exists(pair => pair.mine.IsWithin(pair.theirs))) return Likeness.BranchOrParent;
        return pairs.Exists(pair => pair.mine.Similarity(pair.theirs) >= Near) ? Likeness.SimilarName : null;
    }

    /// <summary>My acronym is theirs, or their name, or the first letters of their name.</summary>
    private bool SharesAcronym(OrganisationPrint other) => acronym.Length >= 2
        && (acronym == other.acronym || other.names.Any(name => name.Key == acronym || acronym.Length >= 3 && name.Initials == acronym));
}
