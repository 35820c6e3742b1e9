using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using NodaTime;
using NodaTime.Extensions;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>One instant on the clocks of our countries; those that show the same stand together.</summary>
/// <param name="Zone">One of theirs.</param>
internal sealed record Hours(string Zone, IReadOnlyList<string> Countries)
{
    public static IEnumerable<Hours> Of(DateTimeOffset at) => Country.All
        .GroupBy(country => at.ToInstant().InZone(DateTimeZoneProviders.Tzdb[CountryClock.ZoneOf(country)]).Offset)
        .OrderBy(group => group.Key).Select(group => new Hours(CountryClock.ZoneOf(group.First()), [.. group]));
}
