using Mekong.Advocacy.Web.Features.Deliveries;
using Microsoft.AspNetCore.Http.Extensions;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An audience in numbers, each of which leads to the list behind it.</summary>
/// <param name="Choice">Not null: a choice that is not saved yet, which the links take along.</param>
public sealed record AudienceView(Guid AlertId, IReadOnlyList<AudienceCount> Lines, AudienceForm? Choice = null)
{
    public IReadOnlyList<string> Channels { get; } = [.. Domain.Alerts.Channel.All.Where(channel => Lines.Any(line => line.Channel == channel))];

    public IReadOnlyList<string> Languages { get; } = [.. Domain.Languages.Language.All.Where(code => Lines.Any(line => line.Language == code))];

    public IReadOnlyList<string> Reasons { get; } = [.. Lines.Select(line => line.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public long Reached => Lines.Where(line => line.Reason is null).Sum(line => line.Count);

    public long LeftOut => Lines.Where(line => line.Reason is not null).Sum(line => line.Count);

    public long Of(string channel, string? language, string? reason) =>
        Lines.Where(line => line.Channel == channel && line.Language == language && line.Reason == reason).Sum(line => line.Count);

    public string Link(string channel, string? language, string? reason)
    {
        var query = new QueryBuilder { { "channel", channel } };
        if (language is not null) query.Add("language", language);
        if (reason is not null) query.Add("reason", reason);
        foreach (var (name, value) in Choice?.Fields() ?? []) query.Add(name, value);
        return $"/workspace/alerts/{AlertId}/audience/list{query}";
    }
}
