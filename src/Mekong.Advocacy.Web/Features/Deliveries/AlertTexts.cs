using System.Collections.Concurrent;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>The texts of alerts on their way, made ready once per alert and language: a running alert's content cannot change.
/// Its frame is the library's as it stood when the alert was approved: what was approved is what leaves.</summary>
public sealed class AlertTexts(IEventStore store, MessageTemplates templates, TemplateVersions versions)
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<(Guid, string), Task<AlertMessage>> ready = new();

    public Task<AlertMessage> Of(Guid alertId, string language) =>
        ready.TryGetValue((alertId, language), out var made) && made.IsCompletedSuccessfully ? made : Made(alertId, language);

    private async Task<AlertMessage> Made(Guid alertId, string language)
    {
        if (ready.Count > Most) ready.Clear();
        var making = ready.GetOrAdd((alertId, language), key => Make(key.Item1, key.Item2));
        try { return await making; }
        catch
        {
            ready.TryRemove(KeyValuePair.Create((alertId, language), making)); // the next reader tries anew
            throw;
        }
    }

    /// <summary>A text that may still change, as it would leave now.</summary>
    public async Task<AlertMessage> Of(AlertText text, string language, CancellationToken ct) => templates.Alert(text, language, await versions.AsOf(at: null, ct));

    /// <summary>A text of an alert that has left, as its page on the web.</summary>
    public async Task<AlertMessage> Web(Guid alertId, AlertText text, string language, CancellationToken ct) =>
        templates.Web(text, language, await Frame(await store.Read(Decider.Stream(Alert.Fold, alertId), ct), ct));

    private async Task<AlertMessage> Make(Guid alertId, string language)
    {
        var past = await store.Read(Decider.Stream(Alert.Fold, alertId), CancellationToken.None);
        var alert = Alert.Fold.Over(past.Select(recorded => (AlertEvent)recorded.Event));
        return templates.Alert(alert.Content!.Texts[language], language, await Frame(past, CancellationToken.None));
    }

    private Task<IReadOnlyDictionary<string, string>> Frame(IReadOnlyList<Recorded> past, CancellationToken ct) => versions.AsOf(
        past.LastOrDefault(recorded => recorded.Event is AlertApproved or AlertReleasedInEmergency)?.Position ?? long.MaxValue, ct);
}
