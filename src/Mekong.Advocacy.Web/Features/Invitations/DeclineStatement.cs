using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>A focal point says, signed in, that their organisation does not sign.</summary>
[Allow(Role.Member)]
public sealed record DeclineStatement(Guid StatementId, Guid OrganisationId) : ICommand
{
    internal sealed class Handler(Declines declines, FocalPoints officers, CurrentActor current) : IRequestHandler<DeclineStatement, Answer>
    {
        public async Task<Answer> Handle(DeclineStatement command, CancellationToken cancellationToken) =>
            await officers.ByAccount(current.AccountId, command.OrganisationId, cancellationToken) is { } officer
                ? await declines.Decline(command.StatementId, command.OrganisationId, officer.Id, cancellationToken)
                : SignOnRefusals.NoMandate;
    }
}
