using System.Text.Json;
using Mekong.Advocacy.Web.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What a country allows: whether we text there at all, and between which local hours.</summary>
public sealed record SmsPolicy(bool Enabled, bool TwoWay, string Zone, TimeOnly From, TimeOnly To, string Source, DateOnly AsOf)
{
    /// <summary>Null when a text may leave now, else the instant at which the quiet hours end.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var local = now.ToInstant().InZone(zone).LocalDateTime;
        var hour = new TimeOnly(local.Hour, local.Minute, local.Second);
        if (hour >= From && hour < To) return null;
        var day = hour < From ? local.Date : local.Date.PlusDays(1);
        return day.At(new LocalTime(From.Hour, From.Minute)).InZoneLeniently(zone).ToDateTimeOffset();
    }
}

/// <summary>The countries' rules, as the file templates/sms-policies.json states them with source and date.</summary>
public sealed class SmsPolicies(AdvocacySettings settings)
{
    private sealed record PolicyFile(Dictionary<string, SmsPolicy> Countries);

    private readonly Dictionary<string, SmsPolicy> countries = JsonSerializer.Deserialize<PolicyFile>(
        File.ReadAllText(Path.Combine(settings.Templates, "sms-policies.json")), JsonSerializerOptions.Web)!.Countries;

    /// <summary>Countries to which no text leaves.</summary>
    public string[] Closed => [.. countries.Where(pair => !pair.Value.Enabled).Select(pair => pair.Key)];

    /// <summary>Null when a text may leave now. Countries without a rule of their own have no quiet hours.</summary>
    public DateTimeOffset? OpensAt(string country, DateTimeOffset now) =>
        settings.Sms.QuietHours && countries.TryGetValue(country, out var policy) ? policy.OpensAt(now) : null;
}
