using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>At the hour: from now on it may be signed. Safe to run twice; an hour that was moved brings its own job.</summary>
public sealed record OpenStatement(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, TimeProvider clock) : IRequestHandler<OpenStatement, Answer>
    {
        public Task<Answer> Handle(OpenStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Stage == StatementStage.Approved ? statement.Open(clock.GetUtcNow()) : Decision<StatementEvent>.Nothing, cancellationToken);
    }
}
