using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A focal point takes their organisation's name back.</summary>
[Allow(Role.Member)]
public sealed record WithdrawAsMember(Guid SignOnId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, FocalPoints officers, CurrentActor current, TimeProvider clock) : IRequestHandler<WithdrawAsMember, Answer>
    {
        public async Task<Answer> Handle(WithdrawAsMember command, CancellationToken cancellationToken)
        {
            var (signOn, _) = await decider.Load(SignOn.Fold, command.SignOnId, cancellationToken);
            if (signOn.Last is not { } signed) return SignOnRefusals.NoSuchSignOn;
            var (organisation, _) = await decider.Load(Organisation.Fold, signed.EndorserId, cancellationToken);
            if (await officers.ByAccount(current.AccountId, signed.EndorserId, cancellationToken) is not { } officer
                || organisation.MandateOf(officer.Id, signed.StatementId, clock.GetUtcNow()) is null) return SignOnRefusals.NoMandate;
            var (statement, _) = await decider.Load(Statement.Fold, signed.StatementId, cancellationToken);
            return await decider.Decide(SignOn.Fold, command.SignOnId,
                latest => latest.Withdraw(officer.Id, command.Reason, statement.Packages.Count > 0, clock.GetUtcNow()), cancellationToken);
        }
    }
}
