using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An office of an authority is entered, or gets other titles.</summary>
[Allow(Role.Coordinator)]
public sealed record NamePost(Guid AuthorityId, Guid PostId, ValueList<Wording> Titles) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<NamePost, Answer>
    {
        public Task<Answer> Handle(NamePost command, CancellationToken cancellationToken) => decider.Decide(
            Authority.Fold, command.AuthorityId, authority => authority.NamePost(command.PostId, command.Titles), cancellationToken);
    }
}
