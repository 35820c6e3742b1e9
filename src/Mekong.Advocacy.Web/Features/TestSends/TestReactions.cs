using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>A trial that was asked for is one job per reviewer, language and channel.</summary>
internal sealed class TestReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened)
    {
        if (happened.Event is not AlertTestRequested test) yield break;
        var alertId = Guid.Parse(happened.Stream[AlertRows.Prefix.Length..]);
        foreach (var reviewer in test.Reviewers)
            foreach (var language in test.Languages)
                foreach (var channel in test.Channels)
                {
                    var command = new SendTestMessage(alertId, test.TestId, reviewer, language, channel);
                    yield return new Job($"test/{test.TestId}/{reviewer}/{language}/{channel}", CommandNames.SendTestMessage, JsonSerializer.Serialize(command), happened.At);
                }
    }
}
