using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Segments;

/// <summary>A coordinator keeps a choice of people under a name, or changes what the name stands for.</summary>
[Allow(Role.Coordinator)]
public sealed record SaveSegment(Guid SegmentId, string Title, Audience Audience) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<SaveSegment, Answer>
    {
        public Task<Answer> Handle(SaveSegment command, CancellationToken cancellationToken) => decider.Decide(
            Segment.Fold, command.SegmentId, segment => segment.Save(current.AccountId, command.Title, command.Audience), cancellationToken);
    }
}
