using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A translation that came late; it helps to read and touches no sign-on.</summary>
[Allow(Role.Coordinator)]
public sealed record AddCourtesyText(Guid StatementId, StatementText Text) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<AddCourtesyText, Answer>
    {
        public Task<Answer> Handle(AddCourtesyText command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.AddCourtesyText(current.AccountId, command.Text), cancellationToken);
    }
}
