using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>An organisation takes its name back; the office enters it, with the reason and who asked.</summary>
[Allow(Role.Coordinator)]
public sealed record WithdrawSignOn(Guid SignOnId, Guid? OfficerId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, TimeProvider clock) : IRequestHandler<WithdrawSignOn, Answer>
    {
        public async Task<Answer> Handle(WithdrawSignOn command, CancellationToken cancellationToken)
        {
            var (signOn, _) = await decider.Load(SignOn.Fold, command.SignOnId, cancellationToken);
            if (signOn.Last is null) return SignOnRefusals.NoSuchSignOn;
            var (statement, _) = await decider.Load(Statement.Fold, signOn.Last.StatementId, cancellationToken);
            return await decider.Decide(SignOn.Fold, command.SignOnId,
                latest => latest.Withdraw(command.OfficerId, command.Reason, statement.Packages.Count > 0, clock.GetUtcNow()), cancellationToken);
        }
    }
}
