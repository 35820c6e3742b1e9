using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One line of the checklist is done, or is not after all.</summary>
/// <param name="Token">Of the link in a mail, for an officer without an account.</param>
[Allow(Public = true)]
public sealed record TickFollowUpItem(Guid FollowUpId, Guid ItemId, bool IsDone, string? Token = null) : ICommand
{
    internal sealed class Handler(Decider decider, FollowUpHands hands) : IRequestHandler<TickFollowUpItem, Answer>
    {
        public async Task<Answer> Handle(TickFollowUpItem command, CancellationToken cancellationToken) =>
            await hands.Of(command.FollowUpId, command.Token, cancellationToken) is { } by
                ? await decider.Decide(FollowUp.Fold, command.FollowUpId, step => step.Tick(by, command.ItemId, command.IsDone), cancellationToken)
                : FollowUpRefusals.NotYours;
    }
}
