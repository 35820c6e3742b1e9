namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>When something is: whole days, or from one instant to another.</summary>
public abstract record EntryTime;

/// <param name="Until">The last of them.</param>
public sealed record WholeDays(DateOnly From, DateOnly Until) : EntryTime;

public sealed record Hours(DateTimeOffset Begins, DateTimeOffset Ends) : EntryTime;

/// <summary>A meeting, a forum or a day on which something is due, as calendars are told of it.</summary>
/// <param name="Uid">The same for ever: by it a calendar knows what it has already.</param>
/// <param name="Sequence">Grows when the time, the place or the fate changes; a calendar that knows a higher one ignores this.</param>
/// <param name="ChangedAt">When it became what it is.</param>
/// <param name="Language">Of the summary and the description.</param>
/// <param name="Cancelled">It stays listed as cancelled: what is only left out stays in the calendars of those who have it.</param>
public sealed record CalendarEntry(string Uid, int Sequence, DateTimeOffset ChangedAt, EntryTime Time, string Summary, string Language, bool Cancelled = false)
{
    public string? Description { get; init; }

    public string? Location { get; init; }

    public Uri? Page { get; init; }
}
