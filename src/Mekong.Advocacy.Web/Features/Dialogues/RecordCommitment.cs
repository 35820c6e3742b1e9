using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What an office-holder said they would do is written down, with its source; it gets the next number.</summary>
[Allow(Role.Coordinator)]
public sealed record RecordCommitment(Guid CommitmentId, CommitmentContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known, ITables tables, TimeProvider clock) : IRequestHandler<RecordCommitment, Answer>
    {
        public async Task<Answer> Handle(RecordCommitment command, CancellationToken cancellationToken)
        {
            var content = command.Content;
            if (content.Tidy().Faults().FirstOrDefault() is { } fault) return fault;
            if (await known.WhyNot(content, cancellationToken) is { } unknown) return unknown;
            if (!content.Confidential && await known.HoldsHouseRule(content.DialogueId, content.Source.Kind, cancellationToken)) return DialogueRefusals.HouseRuleIsConfidential;
            var (authority, _) = await decider.Load(Authority.Fold, content.AuthorityId, cancellationToken);
            var said = content with { HolderId = content.HolderId ?? authority.HolderOn(content.PostId, content.MadeOn) };
            var forum = said.Due is ByForum by ? (await decider.Load(Forum.Fold, by.ForumId, cancellationToken)).State : null;
            var number = await tables.Query<int>("select nextval('advocacy.commitment_numbers')::int", null, cancellationToken);
            var today = CountryDays.DayAt(clock.GetUtcNow(), authority.Country);
            return await decider.Decide(
                Commitment.Fold, command.CommitmentId, commitment => commitment.Record(number[0], said, authority.Country, forum, today), cancellationToken);
        }
    }
}
