namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>A table of outcomes by languages, countries or channels, with the sums in its last line.</summary>
/// <param name="Kind">"language", "country" or "channel".</param>
public sealed record OutcomeTable(string Kind, IReadOnlyList<OutcomeRow> Rows, OutcomeRow Overall);
