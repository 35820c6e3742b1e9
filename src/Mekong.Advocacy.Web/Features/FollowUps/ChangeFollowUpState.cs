using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Its owner or the office says how a step stands, and in the end what came of it.</summary>
/// <param name="Token">Of the link in a mail, for an officer without an account.</param>
[Allow(Public = true)]
public sealed record ChangeFollowUpState(Guid FollowUpId, FollowUpState State, string? Words, string? Token = null) : ICommand
{
    internal sealed class Handler(Decider decider, FollowUpHands hands) : IRequestHandler<ChangeFollowUpState, Answer>
    {
        public async Task<Answer> Handle(ChangeFollowUpState command, CancellationToken cancellationToken) =>
            await hands.Of(command.FollowUpId, command.Token, cancellationToken) is { } by
                ? await decider.Decide(FollowUp.Fold, command.FollowUpId, step => step.ChangeState(by, command.State, command.Words), cancellationToken)
                : FollowUpRefusals.NotYours;
    }
}
