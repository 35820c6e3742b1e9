using MediatR;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>The owner of a contact point, or their carrier, says stop. From now on no claim takes it.</summary>
[Allow(Public = true)]
public sealed record WithdrawConsent(Guid PersonId, Guid ContactPointId, string Through) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<WithdrawConsent, Answer>
    {
        public Task<Answer> Handle(WithdrawConsent command, CancellationToken cancellationToken) =>
            decider.Decide(Subscriber.Fold, command.PersonId, person => person.Withdraw(command.ContactPointId, command.Through), cancellationToken);
    }
}
