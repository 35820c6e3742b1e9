using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>How a package was handed over, or that it failed; a further attempt is a further record.</summary>
[Allow(Role.Coordinator)]
public sealed record RecordTransmission(Guid StatementId, Guid TransmissionId, string Addressee, TransmissionChannel Channel, Guid PackageId, string PackageHash, bool Arrived, string Reply, Guid? EvidenceId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<RecordTransmission, Answer>
    {
        public Task<Answer> Handle(RecordTransmission command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.RecordTransmission(new TransmissionRecorded(
                command.TransmissionId, current.AccountId, command.Addressee, command.Channel, command.PackageId, command.PackageHash, command.Arrived,
                command.Reply, command.EvidenceId, clock.GetUtcNow())), cancellationToken);
    }
}
