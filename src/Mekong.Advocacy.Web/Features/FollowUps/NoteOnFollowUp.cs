using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A note beside a step, for everybody who works on it.</summary>
/// <param name="Token">Of the link in a mail, for an officer without an account.</param>
[Allow(Public = true)]
public sealed record NoteOnFollowUp(Guid FollowUpId, Guid NoteId, string? Text, string? Token = null) : ICommand
{
    internal sealed class Handler(Decider decider, FollowUpHands hands) : IRequestHandler<NoteOnFollowUp, Answer>
    {
        public async Task<Answer> Handle(NoteOnFollowUp command, CancellationToken cancellationToken) =>
            await hands.Of(command.FollowUpId, command.Token, cancellationToken) is { } by
                ? await decider.Decide(FollowUp.Fold, command.FollowUpId, step => step.Note(command.NoteId, by, command.Text), cancellationToken)
                : FollowUpRefusals.NotYours;
    }
}
