using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An authority is entered, with its names and where it sits.</summary>
[Allow(Role.Coordinator)]
public sealed record EnterAuthority(Guid AuthorityId, ValueList<Wording> Names, string Country) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<EnterAuthority, Answer>
    {
        public Task<Answer> Handle(EnterAuthority command, CancellationToken cancellationToken) => decider.Decide(
            Authority.Fold, command.AuthorityId, authority => authority.Enter(command.Names, command.Country), cancellationToken);
    }
}
