using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A coordinator enters what an officer signed on paper; the scan stays with it.</summary>
[Allow(Role.Coordinator)]
public sealed record EnterPaperSignOn(Guid StatementId, Guid OrganisationId, Guid OfficerId, string Language, string TextHash, string? Capacity, Display Display, Guid? EvidenceId) : ICommand
{
    internal sealed class Handler(Signing signing) : IRequestHandler<EnterPaperSignOn, Answer>
    {
        public async Task<Answer> Handle(EnterPaperSignOn command, CancellationToken cancellationToken) => command.EvidenceId is null ? SignOnRefusals.NeedsScan
            : await signing.Sign(new SigningWish(
                command.StatementId, command.OrganisationId, command.OfficerId, command.Language, command.TextHash, SignOnChannel.Paper, command.Display,
                command.Capacity, command.EvidenceId), cancellationToken);
    }
}
