using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Today;

/// <summary>One line of the log, with the name of the alert or statement as it is now.</summary>
/// <param name="Room">"alerts", "statements", "dialogues", "forums" or "commitments".</param>
public sealed record HappenedRow(string Room, Guid Id, string Name, string What, DateTimeOffset At, string Actor, long Position);

/// <summary>Reads what the first page shows.</summary>
internal static class TodayReads
{
    private const string WaitingSql = """
        with written as (
          select alert_id, bool_or(actor = @me) as mine, max(position) filter (where what = 'AlertSentBack') as sent_back,
            max(position) filter (where what in ('AlertDrafted', 'AlertEdited', 'AlertApprovalRequested')) as touched
          from advocacy.alert_history where what in ('AlertDrafted', 'AlertEdited', 'AlertApprovalRequested', 'AlertSentBack') group by alert_id)
        select a.id, a.name, case a.stage
            when 'AwaitingApproval' then 'approval' when 'Approved' then 'hour' when 'Paused' then 'paused'
            else case when w.sent_back > w.touched then 'sent-back' else 'draft' end end as why,
          a.changed_at
        from advocacy.alerts a left join written w on w.alert_id = a.id
        where a.stage = 'AwaitingApproval' and @approves and not coalesce(w.mine, false)
           or a.stage in ('Approved', 'Paused') and @coordinates
           or a.stage = 'Draft' and w.mine
        order by a.changed_at desc limit 20
        """;

    /// <summary>An approver's wait is for what others wrote; a coordinator's for their own drafts and whatever may leave or stands still.</summary>
    public static Task<IReadOnlyList<IndexModel.Waiting>> Waiting(ITables tables, Actor actor, CancellationToken ct) =>
        tables.Query<IndexModel.Waiting>(WaitingSql, new { me = actor.Name, approves = actor.May([Role.Approver]), coordinates = actor.May([Role.Coordinator]) }, ct);

    public static Task<IReadOnlyList<AlertRow>> UnderWay(ITables tables, CancellationToken ct) => tables.Query<AlertRow>(
        "select * from advocacy.alerts where stage in ('Scheduled', 'Sending') order by at limit 10", null, ct);

    /// <summary>Sign-ons are counted elsewhere: there may be thousands of them in an hour.</summary>
    public static Task<IReadOnlyList<HappenedRow>> Happened(ITables tables, CancellationToken ct) => tables.Query<HappenedRow>("""
        (select 'alerts' as room, a.id, a.name, h.what, h.at, h.actor, h.position from advocacy.alert_history h join advocacy.alerts a on a.id = h.alert_id
          where h.what not in ('AlertEdited') order by h.position desc limit 12)
        union all
        (select 'statements', s.id, s.name, h.what, h.at, h.actor, h.position from advocacy.statement_history h join advocacy.statements s on s.id = h.statement_id
          where h.what not in ('StatementEdited', 'SignedOn', 'SignOnOffered') order by h.position desc limit 12)
        union all
        (select 'dialogues', d.id, d.titles[1], h.what, h.at, h.actor, h.position from advocacy.dialogue_history h join advocacy.dialogues d on d.id = h.about_id
          where h.kind = 'dialogue' and h.what <> 'DialogueDescribed' order by h.position desc limit 12)
        union all
        (select 'forums', f.id, f.names[1], h.what, h.at, h.actor, h.position from advocacy.dialogue_history h join advocacy.forums f on f.id = h.about_id
          where h.kind = 'forum' and h.what <> 'ForumRenamed' order by h.position desc limit 12)
        union all
        (select 'commitments', c.id, 'C-' || c.number, h.what, h.at, h.actor, h.position from advocacy.commitment_history h join advocacy.commitments c on c.id = h.commitment_id
          where h.what <> 'CommitmentDescribed' order by h.position desc limit 12)
        order by position desc limit 12
        """, null, ct);
}
