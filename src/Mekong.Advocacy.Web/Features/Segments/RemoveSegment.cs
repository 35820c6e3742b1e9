using MediatR;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Segments;

/// <summary>A coordinator takes a saved segment off the list. Alerts that began with it keep their audience.</summary>
[Allow(Role.Coordinator)]
public sealed record RemoveSegment(Guid SegmentId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<RemoveSegment, Answer>
    {
        public Task<Answer> Handle(RemoveSegment command, CancellationToken cancellationToken) =>
            decider.Decide(Segment.Fold, command.SegmentId, segment => segment.Remove(current.AccountId), cancellationToken);
    }
}
