using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Statements;

/// <summary>An authentic text is what one signs; a courtesy text helps to read it.</summary>
public enum TextRole { Authentic, Courtesy }

/// <summary>What one language says. Title: one line; body: Markdown.</summary>
public sealed record StatementText(string Language, TextRole Role, string Title, string Body);

/// <summary>Whom the statement is handed to: an office, never a person by name. How to reach it is kept sealed, under the same key.</summary>
/// <param name="Key">Short and stable within the statement, e.g. "labour-ministry".</param>
/// <param name="Language">Of the cover letter.</param>
public sealed record Addressee(string Key, string Office, string Language, string? Country = null);

/// <summary>From the first instant on and before the second: two instants, and the zone in which they were meant.</summary>
public sealed record SignOnWindow(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, string Zone)
{
    public bool IsOpenAt(DateTimeOffset at) => OpensAt <= at && at < ClosesAt;
}

/// <summary>Members always may. Outside organisations once they are verified; individuals are counted apart.</summary>
public sealed record WhoMaySign(bool Outside = false, bool Individuals = false);

/// <summary>What an endorser's silence means after a material change of the text: the earlier sign-on stands, or it lapses at closing.</summary>
public enum SilenceRule { Carry, Lapse }

/// <summary>Everything a statement consists of before it opens.</summary>
/// <param name="Name">For the network only.</param>
/// <param name="EmbargoUntil">Nothing of it is public before this instant.</param>
public sealed record StatementContent(
    string Name,
    IReadOnlyList<StatementText> Texts,
    IReadOnlyList<Addressee> Addressees,
    SignOnWindow? Window,
    DateTimeOffset? EmbargoUntil,
    WhoMaySign Who,
    SilenceRule Silence)
{
    public StatementText? In(string language) => Texts.FirstOrDefault(text => text.Language == language);

    /// <summary>The texts in the order of the pages.</summary>
    [JsonIgnore]
    public IEnumerable<StatementText> InOrder => Language.All.Select(In).OfType<StatementText>();

    public bool Equals(StatementContent? other) => other is not null
        && (Name, Window, EmbargoUntil, Who, Silence) == (other.Name, other.Window, other.EmbargoUntil, other.Who, other.Silence)
        && InOrder.SequenceEqual(other.InOrder) && Addressees.SequenceEqual(other.Addressees);

    public override int GetHashCode() => HashCode.Combine(Name, Window, Texts.Count);
}
