using MediatR;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A coordinator uploads a paper: minutes of a board, a scan of a sheet.</summary>
[Allow(Role.Coordinator)]
public sealed record KeepEvidence(Guid FileId, ReadOnlyMemory<byte> Bytes) : ICommand
{
    internal sealed class Handler(EvidenceFiles files, CurrentActor current) : IRequestHandler<KeepEvidence, Answer>
    {
        public async Task<Answer> Handle(KeepEvidence command, CancellationToken cancellationToken) =>
            await files.Keep(command.FileId, command.Bytes, current.Actor.Name, cancellationToken);
    }
}

/// <summary>Somebody of the secretariat opens a paper; that is recorded first. Null: there is none of this id.</summary>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ReadEvidence(Guid FileId) : IRequest<EvidenceFile?>
{
    internal sealed class Handler(EvidenceFiles files, DataReads reads) : IRequestHandler<ReadEvidence, EvidenceFile?>
    {
        public async Task<EvidenceFile?> Handle(ReadEvidence command, CancellationToken cancellationToken)
        {
            if (!await files.Exists(command.FileId, cancellationToken)) return null;
            await reads.Record($"file/{command.FileId}", 1, cancellationToken);
            return await files.Find(command.FileId, cancellationToken);
        }
    }
}
