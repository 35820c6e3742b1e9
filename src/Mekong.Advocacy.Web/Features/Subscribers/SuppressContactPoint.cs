using MediatR;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>An address or number turned out not to work: nothing is sent there again.</summary>
public sealed record SuppressContactPoint(Guid PersonId, Guid ContactPointId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<SuppressContactPoint, Answer>
    {
        public Task<Answer> Handle(SuppressContactPoint command, CancellationToken cancellationToken) =>
            decider.Decide(Subscriber.Fold, command.PersonId, person => person.Suppress(command.ContactPointId, command.Reason), cancellationToken);
    }
}
