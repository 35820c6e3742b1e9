using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An alert that was given an hour begins to leave at that hour. Giving another hour moves the same job.</summary>
internal sealed class AlertReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened)
    {
        if (happened.Event is not AlertScheduled scheduled) yield break;
        var id = Guid.Parse(happened.Stream[AlertRows.Prefix.Length..]);
        yield return new Job($"begin-sending/{id}", CommandNames.BeginSending, JsonSerializer.Serialize(new BeginSending(id)), scheduled.At);
    }
}
