using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Today;

/// <summary>What a dialogue or a commitment waits for.</summary>
/// <param name="Why">The end of a key "today.waits.…".</param>
public sealed record DialogueWaiting(string Place, string Name, string Language, string Why, DateTimeOffset At);

/// <summary>Reads what the first page shows of dialogues and commitments.</summary>
internal static class DialoguesToday
{
    private sealed record Row(string Room, Guid Id, string[] Languages, string[] Names, string Why, DateTimeOffset At);

    private const string WaitingSql = """
        select 'dialogues' as room, id, title_languages as languages, titles as names, case stage when 'Held' then 'minutes' else 'took-place' end as why, ends_at as at
          from advocacy.dialogues where @coordinates and (stage = 'Held' or stage in ('Planned', 'Confirmed') and ends_at < @now)
        union all
        select 'commitments', id, array[language], array['C-' || number], 'status-review', proposed_at from advocacy.commitments where proposal_id is not null and proposed_by is distinct from @me
        union all
        select 'commitments', id, array[language], array['C-' || number], 'no-day', changed_at
          from advocacy.commitments where @coordinates and due_kind = 'forum' and due_on is null and status in ('Open', 'InProgress')
        order by at desc limit 30
        """;

    public static async Task<IReadOnlyList<DialogueWaiting>> Waiting(ITables tables, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (!actor.IsOfTheSecretariat) return [];
        var rows = await tables.Query<Row>(WaitingSql, new { me = actor.AccountId, coordinates = actor.May([Role.Coordinator]), now }, ct);
        return [.. rows.Select(row =>
        {
            var name = RowWordings.Best(row.Languages, row.Names, CultureInfo.CurrentUICulture.Name);
            return new DialogueWaiting($"/workspace/{row.Room}/{row.Id}", name.Text, name.Language, row.Why, row.At);
        })];
    }
}
