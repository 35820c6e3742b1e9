using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A slip of the pen is put right beside the text that was signed.</summary>
[Allow(Role.Coordinator)]
public sealed record IssueCorrigendum(Guid StatementId, Guid CorrigendumId, string Language, string Found, string Correct, string? Note) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<IssueCorrigendum, Answer>
    {
        public Task<Answer> Handle(IssueCorrigendum command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.IssueCorrigendum(
                command.CorrigendumId, current.AccountId, command.Language, command.Found, command.Correct, command.Note), cancellationToken);
    }
}
