using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A second person answers for one language, word for word.</summary>
/// <param name="Hash">Of the text that was read.</param>
[Allow(Role.Approver)]
public sealed record ApproveText(Guid StatementId, string Language, string Hash) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ApproveText, Answer>
    {
        public Task<Answer> Handle(ApproveText command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Approve(current.AccountId, command.Language, command.Hash.Trim().ToLowerInvariant()), cancellationToken);
    }
}
