using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What one language says: subject and body for e-mail, a short text for SMS. Empty: not written yet.</summary>
public sealed record AlertText(string Subject, string Body, string Sms)
{
    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Subject + Body + Sms);

    public bool Serves(string channel) => channel == Channel.Sms
        ? !string.IsNullOrWhiteSpace(Sms)
        : !string.IsNullOrWhiteSpace(Subject) && !string.IsNullOrWhiteSpace(Body);
}

/// <summary>A rule over subscribers. An empty list of countries, languages, topics or organisations means all of them.</summary>
public sealed record Audience(
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Organisations,
    IReadOnlyList<string> Channels)
{
    /// <summary>What subscribers do (organiser, official, journalist …); empty means all of them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Not null: the audience is that of an earlier alert, and the lists above but for the channels are not asked.</summary>
    public Relation? Relation { get; init; }

    /// <summary>Equal when it names the same people; the order of a list means nothing.</summary>
    public bool Equals(Audience? other) => other is not null && ContentHash.Of(this) == ContentHash.Of(other);

    public override int GetHashCode() => ContentHash.Of(this).GetHashCode(StringComparison.Ordinal);
}

/// <summary>How an alert hangs on an earlier one: an update or a cancellation goes to exactly those who received it, in the language they
/// received; the third to those it did not reach.</summary>
public sealed record Relation(RelationKind Kind, Guid AlertId);

public enum RelationKind { Update, Cancellation, NotReached }

/// <summary>Ways to reach a subscriber, as stored and as the API spells them.</summary>
public static class Channel
{
    public const string Email = "email";
    public const string Sms = "sms";
    public static readonly IReadOnlyList<string> All = [Email, Sms];
}

/// <summary>Everything an alert consists of before it is sent. Equal when it would approve and read the same.</summary>
/// <param name="Name">For the coordinators only; it does not bind the approval.</param>
public sealed record AlertContent(
    string Name,
    IReadOnlyDictionary<string, AlertText> Texts,
    Audience Audience,
    Fallback Fallback)
{
    /// <summary>The language the others are translated from. It does not bind the approval.</summary>
    public string Source { get; init; } = Language.English;

    [JsonIgnore]
    public string Hash => ContentHash.Of(this); // made anew each time: kept in a field, it would follow `with` into a copy that says something else

    /// <summary>Of the source text as it stands; empty when there is none yet.</summary>
    [JsonIgnore]
    public string SourceHash => Texts.TryGetValue(Source, out var text) ? ContentHash.Of(text) : "";

    /// <summary>Languages that have a text for this channel, in the order of the pages.</summary>
    public IEnumerable<string> LanguagesFor(string channel) =>
        Language.All.Where(code => Texts.TryGetValue(code, out var text) && text.Serves(channel));

    public bool Equals(AlertContent? other) => other is not null && Name == other.Name && Source == other.Source && Hash == other.Hash;

    public override int GetHashCode() => HashCode.Combine(Name, Hash);
}
