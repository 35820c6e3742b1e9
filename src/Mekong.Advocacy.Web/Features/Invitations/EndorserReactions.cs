using System.Globalization;
using System.Text.Json;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Whoever signed hears when the statement was handed over, when it is answered, and what came of it. Thanks come by <see cref="ThanksDue"/>.</summary>
internal sealed class EndorserReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        TransmissionRecorded { Arrived: true } => [Tell(happened, StatementMailKind.Delivered)],
        ReplyReceived => [Tell(happened, StatementMailKind.Answered)],
        OutcomeRecorded => [Tell(happened, StatementMailKind.Outcome)],
        _ => [],
    };

    private static Job Tell(Recorded happened, string kind)
    {
        var command = new TellEndorsers(kind, Guid.Parse(happened.Stream[StatementRows.Prefix.Length..]), happened.Version);
        return new(string.Create(CultureInfo.InvariantCulture, $"tell-endorsers/{kind}/{command.StatementId}/{command.Version}"), CommandNames.TellEndorsers, JsonSerializer.Serialize(command), happened.At);
    }
}
