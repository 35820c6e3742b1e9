using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Deliveries;
using NodaTime;
using NodaTime.Text;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A mandate as it is typed: days instead of moments.</summary>
public sealed class MandateForm
{
    public Guid NewId { get; set; }

    public Guid OfficerId { get; set; }

    public MandateKind Kind { get; set; }

    public string? StatementId { get; set; }

    /// <summary>The first day, where the organisation is at home; empty: from now on.</summary>
    public string? From { get; set; }

    /// <summary>The last day; empty: until somebody ends it.</summary>
    public string? Until { get; set; }

    /// <summary>A paper that was uploaded with an earlier try.</summary>
    public Guid? EvidenceId { get; set; }

    public (GrantMandate Command, IReadOnlyList<Refusal> Faults) Read(Guid organisationId, string country)
    {
        var faults = new List<Refusal>();
        var zone = DateTimeZoneProviders.Tzdb[CountryClock.ZoneOf(country)];
        DateTimeOffset? Midnight(string? typed, int plusDays, string field)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true, Value: { Year: > 1900 and < 3000 } day })
                return day.PlusDays(plusDays).AtStartOfDayInZone(zone).ToDateTimeOffset();
            faults.Add(OrganisationRefusals.BadDate.At(field, typed));
            return null;
        }

        var (from, until) = (Midnight(From, 0, "from"), Midnight(Until, 1, "until"));
        var statement = Guid.TryParse(StatementId, CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null;
        return (new(organisationId, NewId, OfficerId, Kind, statement, from, until, EvidenceId), faults);
    }
}
