using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A focal point may act for the organisation: always, by a decision of its board, or for one statement.</summary>
/// <param name="From">Null: from now on.</param>
[Allow(Role.Coordinator)]
public sealed record GrantMandate(
    Guid OrganisationId, Guid MandateId, Guid OfficerId, MandateKind Kind, Guid? StatementId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null,
    Guid? EvidenceId = null) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, EvidenceFiles files, TimeProvider clock) : IRequestHandler<GrantMandate, Answer>
    {
        public async Task<Answer> Handle(GrantMandate command, CancellationToken cancellationToken)
        {
            if (command.EvidenceId is { } file && !await files.Exists(file, cancellationToken)) return FocalPointRefusals.NoSuchFile;
            var now = clock.GetUtcNow();
            return await decider.Decide(Organisation.Fold, command.OrganisationId, organisation =>
            {
                var from = command.From ?? organisation.Mandates.Find(given => given.Id == command.MandateId)?.From ?? now; // sent twice, it says the same
                return organisation.Grant(current.Actor.AccountId, new Mandate(
                    command.MandateId, command.OfficerId, command.Kind, command.StatementId, from, command.Until, command.EvidenceId), now);
            }, cancellationToken);
        }
    }
}
