using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

public enum DialogueKind { Meeting, Symposium, ForumIntervention, PublicDiscussion, Hearing }

public enum DialogueStage { Unplanned, Planned, Confirmed, Postponed, Held, Minuted, Closed, Cancelled }

/// <summary>Under the Chatham House rule what was said may be used, but neither who said it nor whom they spoke for.</summary>
public enum Attribution { Attributed, ChathamHouse }

/// <summary>Two instants, and the zone in which they were meant.</summary>
public sealed record MeetingTime(DateTimeOffset Begins, DateTimeOffset Ends, string Zone);

/// <summary>An authority at the table.</summary>
/// <param name="PostId">Which office spoke for it; null: none in particular.</param>
/// <param name="HolderId">Who held the post that day; null: not known, or a deputy.</param>
public sealed record Presence(Guid AuthorityId, Guid? PostId = null, Guid? HolderId = null);

/// <summary>Everything that is known of a dialogue before its minutes.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, of where it takes place.</param>
/// <param name="Place">City and house, one line.</param>
/// <param name="HostId">The organisation that invites; null: an authority does, or nobody of ours.</param>
/// <param name="Organisations">Of ours at the table.</param>
/// <param name="ForumId">The forum of which it is a part, or on whose margins it takes place.</param>
/// <param name="Links">Statements, publications, films, exhibitions and other dialogues that go with it.</param>
public sealed record DialogueContent(
    ValueList<Wording> Titles, DialogueKind Kind, MeetingTime Time, string Country, string Place, Guid? HostId, ValueList<Presence> Authorities,
    ValueList<Guid> Organisations, ValueList<Wording> Agenda, Attribution Attribution, Guid? ForumId, ValueList<Reference> Links)
{
    /// <summary>As it is kept: every text in one form, nothing empty.</summary>
    public DialogueContent Tidy() => this with
    {
        Titles = Titles.Tidy(),
        Agenda = Agenda.Tidy(),
        Country = Country.Trim().ToUpperInvariant(),
        Place = Place.Trim(),
        Authorities = [.. Authorities.Distinct()],
        Organisations = [.. Organisations.Distinct()],
    };

    public IEnumerable<Refusal> Faults()
    {
        foreach (var fault in DialogueRules.NameFaults(Titles, "titles")) yield return fault;
        foreach (var fault in DialogueRules.TextFaults(Agenda, "agenda", DialogueRules.LongestText)) yield return fault;
        foreach (var fault in DialogueRules.LineFaults(Place, "place", DialogueRules.LongestLine)) yield return fault;
        if (!DialogueRules.IsCountry(Country)) yield return DialogueRefusals.UnknownCountry.At("country", Country);
        if (Time.Ends <= Time.Begins) yield return DialogueRefusals.EndsBeforeItBegins;
        if (string.IsNullOrWhiteSpace(Time.Zone)) yield return DialogueRefusals.NeedsZone;
        if (Authorities.Count > DialogueRules.Most) yield return DialogueRefusals.TooMany.At("authorities", DialogueRules.Number(DialogueRules.Most));
        if (Organisations.Count > DialogueRules.Most) yield return DialogueRefusals.TooMany.At("organisations", DialogueRules.Number(DialogueRules.Most));
        foreach (var fault in DialogueRules.ReferenceFaults(Links, "links")) yield return fault;
    }
}
