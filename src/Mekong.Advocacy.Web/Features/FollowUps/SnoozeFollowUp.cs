using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>No reminder before that morning, and why; the day on which it is due stays.</summary>
/// <param name="Token">Of the link in a mail, for an officer without an account.</param>
[Allow(Public = true)]
public sealed record SnoozeFollowUp(Guid FollowUpId, DateOnly Until, string? Reason, string? Token = null) : ICommand
{
    internal sealed class Handler(Decider decider, FollowUpHands hands, TimeProvider clock) : IRequestHandler<SnoozeFollowUp, Answer>
    {
        public async Task<Answer> Handle(SnoozeFollowUp command, CancellationToken cancellationToken) =>
            await hands.Of(command.FollowUpId, command.Token, cancellationToken) is { } by
                ? await decider.Decide(
                    FollowUp.Fold, command.FollowUpId,
                    step => step.Snooze(by, command.Until, command.Reason, CountryDays.DayAt(clock.GetUtcNow(), step.Content?.Country ?? "")), cancellationToken)
                : FollowUpRefusals.NotYours;
    }
}
