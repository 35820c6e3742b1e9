using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Somebody of the network remarks on a text or on the whole.</summary>
[Allow(Role.Coordinator, Role.Approver, Role.Member)]
public sealed record CommentOnStatement(Guid StatementId, Guid CommentId, string? Language, string Text) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<CommentOnStatement, Answer>
    {
        public Task<Answer> Handle(CommentOnStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Comment(command.CommentId, current.AccountId, command.Language, command.Text), cancellationToken);
    }
}
