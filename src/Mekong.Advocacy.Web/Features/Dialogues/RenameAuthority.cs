using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An authority gets other names: they are renamed, and they are translated.</summary>
[Allow(Role.Coordinator)]
public sealed record RenameAuthority(Guid AuthorityId, ValueList<Wording> Names) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<RenameAuthority, Answer>
    {
        public Task<Answer> Handle(RenameAuthority command, CancellationToken cancellationToken) => decider.Decide(
            Authority.Fold, command.AuthorityId, authority => authority.Rename(command.Names), cancellationToken);
    }
}
