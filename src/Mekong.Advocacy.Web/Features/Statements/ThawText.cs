using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>The words must move once more; approvals of them are void.</summary>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ThawText(Guid StatementId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ThawText, Answer>
    {
        public Task<Answer> Handle(ThawText command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Thaw(current.AccountId, command.Reason), cancellationToken);
    }
}
