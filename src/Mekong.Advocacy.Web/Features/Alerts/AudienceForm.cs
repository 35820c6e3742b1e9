using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A choice of people as ticked, kept until it can be saved; it travels in a link as well as in a form.</summary>
public sealed class AudienceForm
{
    public List<string> Channels { get; set; } = [];
    public List<string> Countries { get; set; } = [];
    public List<string> Languages { get; set; } = [];
    public List<string> Topics { get; set; } = [];
    public List<string> Organisations { get; set; } = [];
    public List<string> Roles { get; set; } = [];
    public Fallback Fallback { get; set; } = Fallback.English;

    private IEnumerable<(string Name, List<string> Values)> Lists =>
        [("Channels", Channels), ("Countries", Countries), ("Languages", Languages), ("Topics", Topics), ("Organisations", Organisations), ("Roles", Roles)];

    /// <summary>What a follow-up hangs on stays as it is: of its audience only the channels can be chosen.</summary>
    public Audience ToAudience(Audience was) => was.Relation is not null
        ? was with { Channels = [.. Channels] }
        : new Audience([.. Countries], [.. Languages], [.. Topics], [.. Organisations], [.. Channels]) { Roles = [.. Roles] };

    public AlertContent Onto(AlertContent content) => content with { Audience = ToAudience(content.Audience), Fallback = Fallback };

    public static AudienceForm From(Audience audience, Fallback fallback) => new()
    {
        Channels = [.. audience.Channels],
        Countries = [.. audience.Countries],
        Languages = [.. audience.Languages],
        Topics = [.. audience.Topics],
        Organisations = [.. audience.Organisations],
        Roles = [.. audience.Roles],
        Fallback = fallback,
    };

    /// <summary>As fields of a query, to be bound again as Choice.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() =>
        Lists.SelectMany(list => list.Values.Select(value => KeyValuePair.Create($"Choice.{list.Name}", value)))
            .Append(KeyValuePair.Create("Choice.Fallback", Fallback.ToString()));

    /// <summary>True when a link carries a choice of its own.</summary>
    public static bool IsIn(IQueryCollection query) => query.Keys.Any(key => key.StartsWith("Choice.", StringComparison.OrdinalIgnoreCase));
}
