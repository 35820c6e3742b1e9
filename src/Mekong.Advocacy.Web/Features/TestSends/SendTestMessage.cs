using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>Sends one trial message and records what came of it. Safe to run twice: what has an answer is not sent again.</summary>
public sealed record SendTestMessage(Guid AlertId, Guid TestId, Guid Reviewer, string Language, string Channel) : ICommand
{
    internal sealed class Handler(Decider decider, IMediator mediator, TestHand hand) : IRequestHandler<SendTestMessage, Answer>
    {
        private const int Tries = 20;

        public async Task<Answer> Handle(SendTestMessage command, CancellationToken cancellationToken)
        {
            var (alert, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            if (!alert.Says(command.Language, command.Channel)) return Answer.Done; // taken out since it was asked for
            if (alert.Tests.HasAnswer(command.TestId, command.Reviewer, command.Language, command.Channel)) return Answer.Done;
            var came = await hand.Send(command, alert.Content!.Texts[command.Language], cancellationToken);
            return await Record(
                command, new AlertTestSent(command.TestId, command.Reviewer, command.Language, command.Channel, alert.Content.Hash, came.Fate == Fate.Accepted, came.Reason),
                cancellationToken);
        }

        /// <summary>The others of the same trial write to the same stream at the same moment: only the writing is done again, never the sending.</summary>
        private async Task<Answer> Record(SendTestMessage command, AlertTestSent sent, CancellationToken ct)
        {
            for (var attempt = 1; ; attempt++)
            {
                var answer = await mediator.Send(new RecordTest(command.AlertId, sent), ct);
                if (!answer.Refusals.Contains(Busy.JustNow)) return answer;
                if (attempt == Tries) throw new StreamHasMovedException(command.AlertId.ToString());
            }
        }
    }
}

/// <summary>Remembers what came of a trial message.</summary>
public sealed record RecordTest(Guid AlertId, AlertTestSent Sent) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<RecordTest, Answer>
    {
        public Task<Answer> Handle(RecordTest command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.RecordTest(command.Sent), cancellationToken);
    }
}
