using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Everything that is due before a forum gets the day that follows from where the forum stands now. The platform's own; safe to run twice.</summary>
public sealed record FollowForum(Guid ForumId) : ICommand
{
    internal sealed class Handler(Decider decider, ITables tables) : IRequestHandler<FollowForum, Answer>
    {
        public async Task<Answer> Handle(FollowForum command, CancellationToken cancellationToken)
        {
            var (forum, _) = await decider.Load(Forum.Fold, command.ForumId, cancellationToken);
            if (forum.Stage == ForumStage.Unplanned) return DialogueRefusals.NoSuchForum;
            foreach (var id in await tables.Query<Guid>("select id from advocacy.commitments where due_forum = @ForumId order by number", new { command.ForumId }, cancellationToken))
                await decider.Decide(Commitment.Fold, id, commitment => commitment.Follow(command.ForumId, forum), cancellationToken);
            return Answer.Done;
        }
    }
}
