using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>An audience as parameters of <see cref="AudienceSql"/>.</summary>
internal sealed record AudienceRule(Audience Audience, Func<string, string, string?> Chosen, string[] Closed)
{
    private readonly (string Channel, string Own, string? Chosen)[] texts =
        [.. Channel.All.SelectMany(channel => Language.All.Select(own => (channel, own, Chosen(channel, own))))];

    public string[] TextChannels => [.. texts.Select(text => text.Channel)];
    public string[] Own => [.. texts.Select(text => text.Own)];
    public string?[] ChosenLanguages => [.. texts.Select(text => text.Chosen)];
    public string[] Channels => [.. Audience.Channels];
    public string[] Countries => [.. Audience.Countries];
    public string[] Languages => [.. Audience.Languages];
    public string[] Topics => [.. Audience.Topics];
    public string[] Organisations => [.. Audience.Organisations];
    public string[] Roles => [.. Audience.Roles];
    public Guid? Earlier => Audience.Relation?.AlertId;
    public bool Received => Audience.Relation?.Kind is RelationKind.Update or RelationKind.Cancellation;
    public string Named => Audience.Relation is null ? AudienceSql.ByRule : AudienceSql.Following;

    public Guid? AlertId { get; init; }
    public DateTimeOffset? Now { get; init; }
    public string? OnlyChannel { get; init; }
    public string? OnlyLanguage { get; init; }
    public string? OnlyReason { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; }
    public string[] FallbackNames { get; init; } = [];
    public string[] FallbackChannels { get; init; } = [];
    public string[] FallbackOwn { get; init; } = [];
}
