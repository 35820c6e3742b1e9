using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Finds the templates in which an alert would leave: as they stood at its approval, or, before one, as they stand.</summary>
public sealed class AlertFrames(IEventStore store, TemplateVersions versions)
{
    /// <returns>Files that were changed on a page, by name.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Of(Guid alertId, CancellationToken ct)
    {
        var past = await store.Read(Decider.Stream(Alert.Fold, alertId), ct);
        var stage = Alert.Fold.Over(past.Select(recorded => (AlertEvent)recorded.Event)).Stage;
        return stage < AlertStage.Approved
            ? await versions.AsOf(at: null, ct)
            : await versions.AsOf(past.LastOrDefault(recorded => recorded.Event is AlertApproved or AlertReleasedInEmergency)?.Position ?? long.MaxValue, ct);
    }
}
