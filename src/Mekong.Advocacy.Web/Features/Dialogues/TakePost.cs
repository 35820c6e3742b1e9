using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Somebody takes up a post; whoever held it until then leaves it that day. Their name is sealed outside the log.</summary>
[Allow(Role.Coordinator)]
public sealed record TakePost(Guid AuthorityId, Guid PostId, Guid HolderId, string Name, DateOnly From) : ICommand
{
    internal sealed class Handler(Decider decider, HolderNames names) : IRequestHandler<TakePost, Answer>
    {
        public async Task<Answer> Handle(TakePost command, CancellationToken cancellationToken)
        {
            if (DialogueRules.LineFaults(command.Name, "name", DialogueRules.LongestLine).FirstOrDefault() is { } fault) return fault;
            var (authority, _) = await decider.Load(Authority.Fold, command.AuthorityId, cancellationToken);
            if (authority.Take(command.PostId, command.HolderId, command.From).Refusal is { } refusal) return refusal;
            await names.Keep(command.HolderId, command.Name, cancellationToken);
            return await decider.Decide(Authority.Fold, command.AuthorityId, known => known.Take(command.PostId, command.HolderId, command.From), cancellationToken);
        }
    }
}
