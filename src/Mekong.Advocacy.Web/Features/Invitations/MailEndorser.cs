using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Mails one thing to the officer who signed, once: what is sent is written down, and a copy after a crash has the same Message-ID.</summary>
/// <param name="Mark">With kind and sign-on: which mail it is.</param>
/// <param name="Event">The place in the statement's stream of what is told; null: it is the signature itself.</param>
public sealed record MailEndorser(string Kind, Guid SignOnId, long Mark, DateTimeOffset At, long? Event = null) : ICommand
{
    internal sealed class Handler(Decider decider, IEventStore store, ITables tables, FocalPoints officers, RegisterReads register, StatementPost post, TimeProvider clock)
        : IRequestHandler<MailEndorser, Answer>
    {
        public async Task<Answer> Handle(MailEndorser command, CancellationToken cancellationToken)
        {
            if ((await tables.Query<int>("select 1 from advocacy.endorser_mails where sign_on_id = @SignOnId and kind = @Kind and mark = @Mark", command, cancellationToken)).Count > 0) return Answer.Done;
            var (signOn, _) = await decider.Load(SignOn.Fold, command.SignOnId, cancellationToken);
            var officer = signOn.Last?.OfficerId is { } id ? await officers.Find(id, cancellationToken) : null;
            var why = signOn.Stage is not (SignOnStage.Live or SignOnStage.Held) ? "withdrawn" : officer is not { IsActive: true, Email: not null } ? "gone" : null;
            if (why is null && !await Send(command, signOn.Last!, officer!, cancellationToken)) why = "refused";
            await tables.Execute("""
                insert into advocacy.endorser_mails (sign_on_id, kind, mark, sent_at, withheld) values (@SignOnId, @Kind, @Mark, @sent, @why) on conflict do nothing
                """, new { command.SignOnId, command.Kind, command.Mark, sent = why is null ? clock.GetUtcNow() : (DateTimeOffset?)null, why }, cancellationToken);
            return Answer.Done;
        }

        private async Task<bool> Send(MailEndorser command, Signature signed, FocalPoint officer, CancellationToken ct)
        {
            var past = await store.Read($"{StatementRows.Prefix}{signed.StatementId}", ct);
            var statement = Statement.Fold.Over(past.Select(recorded => (StatementEvent)recorded.Event));
            var mail = await post.About(signed.EndorserId, signed.StatementId, statement, officer.Language, ct) with
            {
                Code = await register.ReceiptOf(command.SignOnId, ct) ?? "",
                Hash = signed.Text.Hash,
                At = Languages.Hour(command.At, statement.Window!.Zone, officer.Language),
                Summary = past.FirstOrDefault(recorded => recorded.Version == command.Event)?.Event switch { ReplyReceived e => e.Summary, OutcomeRecorded e => e.Summary, _ => "" },
            };
            var name = string.Create(CultureInfo.InvariantCulture, $"endorser.{command.Kind}.{command.SignOnId:N}.{command.Mark}");
            return await post.Send(command.Kind, name, mail, officer.Language, officer.Email!, command.At, ct);
        }
    }
}
