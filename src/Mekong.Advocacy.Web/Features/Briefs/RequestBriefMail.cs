using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Briefs;

/// <summary>Has a brief mailed to the focal points of those going. The same request again sends to nobody twice.</summary>
[Allow(Role.Coordinator)]
public sealed record RequestBriefMail(Guid RequestId, BriefKind Kind, Guid Id, IReadOnlyList<Guid> Organisations) : ICommand
{
    internal sealed class Handler(BriefReads reads, BriefMails mails, FocalPoints officers, IJobScheduler jobs, CurrentActor current, TimeProvider clock) : IRequestHandler<RequestBriefMail, Answer>
    {
        public async Task<Answer> Handle(RequestBriefMail command, CancellationToken cancellationToken)
        {
            if (await reads.Of(command.Kind, command.Id, cancellationToken) is null) return BriefRefusals.NoSuchSubject;
            var going = (await reads.Going(command.Kind, command.Id, cancellationToken)).Select(row => row.Id).Intersect(command.Organisations).ToList();
            var readers = (await officers.OfAny(going, cancellationToken)).Where(one => one is { IsActive: true, Email: not null }).Select(one => one.Id).ToList();
            if (readers.Count == 0) return BriefRefusals.NobodyChosen;
            foreach (var reader in await mails.Ask(command, readers, current.AccountId, clock.GetUtcNow(), cancellationToken))
            {
                var job = JsonSerializer.Serialize(new MailBrief(command.RequestId, reader));
                await jobs.Schedule(new Job($"brief/{command.RequestId}/{reader}", CommandNames.MailBrief, job, clock.GetUtcNow()), cancellationToken);
            }
            return Answer.Done;
        }
    }
}
