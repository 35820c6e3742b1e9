using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>The day is over in the authority's country: what is neither kept nor broken is overdue. The platform's own; safe to run twice.</summary>
public sealed record LetFallDue(Guid CommitmentId) : ICommand
{
    internal sealed class Handler(Decider decider, TimeProvider clock) : IRequestHandler<LetFallDue, Answer>
    {
        public Task<Answer> Handle(LetFallDue command, CancellationToken cancellationToken) => decider.Decide(
            Commitment.Fold, command.CommitmentId,
            commitment => commitment.FallDue(CountryDays.DayAt(clock.GetUtcNow(), commitment.Country)), cancellationToken);
    }
}
