namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>What one calendar holds.</summary>
/// <param name="Reader">Whose it is; null: anybody's, and then it says what the public tracker says and nothing more.</param>
public sealed record CalendarScope(string? Country = null, Guid? ForumId = null, CalendarReader? Reader = null);

/// <summary>Whose calendar it is.</summary>
/// <param name="IsOffice">Of the secretariat: every meeting and every promise.</param>
/// <param name="Owners">Themselves, and the organisations and focal points for whom they act: whose next steps are theirs.</param>
/// <param name="Organisations">Whose meetings are theirs.</param>
public sealed record CalendarReader(Guid AccountId, bool IsOffice, IReadOnlyList<Guid> Owners, IReadOnlyList<Guid> Organisations);
