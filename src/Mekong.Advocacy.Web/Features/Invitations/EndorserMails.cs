using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>A mail to whoever signed, in the hands of one worker until its claim lapses.</summary>
/// <param name="Mark">With kind and sign-on: which mail it is.</param>
/// <param name="Event">The place in the statement's stream of what is told; null: it is the signature itself.</param>
/// <param name="Code">Of the last receipt.</param>
public sealed record EndorserMail(
    Guid SignOnId, string Kind, long Mark, DateTimeOffset At, long? Event, int Tries, Guid StatementId, Guid EndorserId, Guid? OfficerId, SignOnStage Stage, string TextHash, string? Code);

/// <summary>The ledger of mails to endorsers, one row for each for ever; those without an outcome are the queue.</summary>
public sealed class EndorserMails(ITables tables, TimeProvider clock)
{
    /// <summary>Longer than a mail server takes to answer; a worker that died holds a mail up so long.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10), FirstWait = TimeSpan.FromSeconds(5), LongestWait = TimeSpan.FromMinutes(10), GiveUpAfter = TimeSpan.FromDays(5);

    private const int LeastTries = 8;

    private const string Open = "sent_at is null and withheld is null";

    /// <summary>Takes in whatever signatures are to be thanked for.</summary>
    public Task EnterThanks(CancellationToken ct) => tables.Execute("""
        with read as (
          delete from advocacy.thanks_due where position in (select position from advocacy.thanks_due order by position limit 1000 for update skip locked)
          returning sign_on_id, mark, at)
        insert into advocacy.endorser_mails (sign_on_id, kind, mark, at) select sign_on_id, @kind, mark, at from read on conflict do nothing
        """, new { kind = StatementMailKind.Thanks }, ct);

    public Task Enter(string kind, Guid signOnId, long mark, DateTimeOffset at, long? happened, CancellationToken ct) => tables.Execute(
        "insert into advocacy.endorser_mails (sign_on_id, kind, mark, at, event) values (@signOnId, @kind, @mark, @at, @happened) on conflict do nothing", new { signOnId, kind, mark, at, happened }, ct);

    /// <summary>Everybody whose sign-on counts now and was given by an officer.</summary>
    public Task EnterAll(string kind, Guid statementId, long mark, DateTimeOffset at, long happened, CancellationToken ct) => tables.Execute("""
        insert into advocacy.endorser_mails (sign_on_id, kind, mark, at, event)
        select id, @kind, @mark, @at, @happened from advocacy.sign_ons where statement_id = @statementId and stage in ('Live', 'Held') and officer_id is not null
        on conflict do nothing
        """, new { kind, statementId, mark, at, happened }, ct);

    public Task<IReadOnlyList<EndorserMail>> Take(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return tables.Query<EndorserMail>($"""
            with due as materialized (
              select sign_on_id, kind, mark from advocacy.endorser_mails where {Open} and (claimed_until is null or claimed_until < @now)
              order by claimed_until nulls first limit @most for update skip locked)
            update advocacy.endorser_mails m set claimed_until = @until, tries = m.tries + 1
            from due join advocacy.sign_ons s on s.id = due.sign_on_id
            where (m.sign_on_id, m.kind, m.mark) = (due.sign_on_id, due.kind, due.mark)
            returning m.sign_on_id, m.kind, m.mark, coalesce(m.at, s.signed_at) as at, m.event, m.tries, s.statement_id, s.endorser_id, s.officer_id, s.stage, s.text_hash, (
              select r.code from advocacy.register_entries e join advocacy.receipts r on r.position = e.position where e.sign_on_id = s.id and e.act = 'SignOn' order by e.position desc limit 1) as code
            """, new { most, now, until = now + Claim }, ct);
    }

    /// <param name="why">Null: it has left.</param>
    public Task Settle(EndorserMail mail, string? why, CancellationToken ct) => tables.Execute($"""
        update advocacy.endorser_mails set sent_at = @sent, withheld = @why, claimed_until = null
        where sign_on_id = @SignOnId and kind = @Kind and mark = @Mark and {Open}
        """, new { mail.SignOnId, mail.Kind, mail.Mark, sent = why is null ? clock.GetUtcNow() : (DateTimeOffset?)null, why }, ct);

    /// <summary>Not now: it waits longer each time, and after some days it is given up.</summary>
    public Task PutOff(EndorserMail mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (mail.Tries > LeastTries && now - mail.At > GiveUpAfter) return Settle(mail, "too-old", ct);
        var wait = FirstWait * Math.Pow(3, Math.Min(mail.Tries - 1, LeastTries));
        return tables.Execute($"update advocacy.endorser_mails set claimed_until = @until where sign_on_id = @SignOnId and kind = @Kind and mark = @Mark and {Open}",
            new { mail.SignOnId, mail.Kind, mail.Mark, until = now + (wait < LongestWait ? wait : LongestWait) }, ct);
    }
}
