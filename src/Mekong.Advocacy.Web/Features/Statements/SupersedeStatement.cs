using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Another statement takes this one's place.</summary>
[Allow(Role.Coordinator)]
public sealed record SupersedeStatement(Guid StatementId, Guid By) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<SupersedeStatement, Answer>
    {
        public Task<Answer> Handle(SupersedeStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Supersede(current.AccountId, command.StatementId, command.By), cancellationToken);
    }
}
