using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A focal point signs for their organisation, from the members' corner.</summary>
[Allow(Role.Member)]
public sealed record SignAsMember(Guid StatementId, Guid OrganisationId, string Language, string TextHash, Display Display) : ICommand
{
    internal sealed class Handler(Signing signing, FocalPoints officers, CurrentActor current) : IRequestHandler<SignAsMember, Answer>
    {
        public async Task<Answer> Handle(SignAsMember command, CancellationToken cancellationToken) =>
            await officers.ByAccount(current.AccountId, command.OrganisationId, cancellationToken) is not { } officer ? SignOnRefusals.NoMandate
            : await signing.Sign(new SigningWish(
                command.StatementId, command.OrganisationId, officer.Id, command.Language, command.TextHash, SignOnChannel.MemberPage, command.Display, officer.Capacity), cancellationToken);
    }
}
