using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Somebody who reads the language answers for one text as it stands.</summary>
/// <param name="TextHash">Of what was read.</param>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ReviewText(Guid AlertId, string Language, string TextHash) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ReviewText, Answer>
    {
        public Task<Answer> Handle(ReviewText command, CancellationToken cancellationToken) => decider.Decide(Alert.Fold, command.AlertId,
            alert => alert.Review(current.AccountId, command.Language, command.TextHash.Trim().ToLowerInvariant()), cancellationToken);
    }
}
