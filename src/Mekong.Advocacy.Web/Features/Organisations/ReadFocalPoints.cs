using MediatR;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Somebody of the secretariat looks at who acts for organisations. That it was done is recorded before anything is shown.</summary>
/// <param name="Where">The page or endpoint where they were looked at, e.g. "organisation/" and its id; never a name.</param>
[Allow(Role.Coordinator, Role.Approver)]
public sealed record ReadFocalPoints(IReadOnlyList<Guid> Organisations, string Where) : IRequest<IReadOnlyList<FocalPoint>>
{
    internal sealed class Handler(FocalPoints people, DataReads reads) : IRequestHandler<ReadFocalPoints, IReadOnlyList<FocalPoint>>
    {
        public async Task<IReadOnlyList<FocalPoint>> Handle(ReadFocalPoints command, CancellationToken cancellationToken)
        {
            var found = await people.OfAny(command.Organisations, cancellationToken);
            if (found.Count > 0) await reads.Record(command.Where, found.Count, cancellationToken);
            return found;
        }
    }
}
