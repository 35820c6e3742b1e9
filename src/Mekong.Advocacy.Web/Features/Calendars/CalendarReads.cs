using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Tracker;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>Puts calendars together: forums, meetings, what is due. What is over for a year is left out.</summary>
public sealed class CalendarReads(ITables tables, AdvocacySettings settings, TimeProvider clock)
{
    private const int Most = 1_000;

    private sealed record Changes(Guid Id, int Count, DateOnly? LastDue);

    public async Task<IReadOnlyList<CalendarEntry>> Entries(CalendarScope scope, string language, CancellationToken ct) =>
    [
        .. await Forums(scope, language, ct),
        .. scope.Reader is { } reader ? await Meetings(scope, reader, language, ct) : [],
        .. await Promises(scope, language, ct),
        .. scope.Reader is { } owner ? await Steps(scope, owner, language, ct) : [],
    ];

    private async Task<IEnumerable<CalendarEntry>> Forums(CalendarScope scope, string language, CancellationToken ct)
    {
        var rows = await tables.Query<ForumRow>("""
            select * from advocacy.forums where ends_on >= @Oldest and (@Country::text is null or country = @Country) and (@ForumId::uuid is null or id = @ForumId)
            order by begins_on, id limit @Most
            """, new { Oldest, scope.Country, scope.ForumId, Most }, ct);
        return rows.Select(row => Entry("forum", row.Id, row.Revision, row.ChangedAt, new WholeDays(row.BeginsOn, row.EndsOn), row.Name(language), row.Stage == ForumStage.Cancelled)
            with
        { Location = row.City });
    }

    /// <summary>A meeting that was put off is cancelled until somebody knows its new hour.</summary>
    private async Task<IEnumerable<CalendarEntry>> Meetings(CalendarScope scope, CalendarReader reader, string language, CancellationToken ct)
    {
        var rows = await tables.Query<DialogueRow>("""
            select * from advocacy.dialogues where ends_at >= @since and (@Country::text is null or country = @Country) and (@ForumId::uuid is null or forum_id = @ForumId)
              and (@IsOffice or organisation_ids && @organisations or host_id = any(@organisations)) order by begins_at, id limit @Most
            """, new { since = clock.GetUtcNow().AddYears(-1), scope.Country, scope.ForumId, reader.IsOffice, organisations = reader.Organisations.ToArray(), Most }, ct);
        return rows.Select(row => Entry(
            "dialogue", row.Id, row.Revision, row.ChangedAt, new Hours(row.BeginsAt, row.EndsAt), row.Title(language), row.Stage is DialogueStage.Cancelled or DialogueStage.Postponed)
            with
        { Location = row.Place, Page = reader.IsOffice ? At($"/workspace/dialogues/{row.Id}") : null });
    }

    /// <summary>The days on which promises are due. One whose forum was cancelled is cancelled where it stood.</summary>
    private async Task<IEnumerable<CalendarEntry>> Promises(CalendarScope scope, string language, CancellationToken ct)
    {
        var isOffice = scope.Reader is { IsOffice: true };
        if (scope.Reader is { IsOffice: false }) return [];
        var rows = await tables.Query<CommitmentRow>("""
            select c.* from advocacy.commitments c where (@isOffice or not confidential) and (@Country::text is null or country = @Country)
              and (@ForumId::uuid is null or due_forum = @ForumId) and (due_on >= @Oldest or due_on is null and due_forum is not null) order by due_on, number limit @Most
            """, new { isOffice, scope.Country, scope.ForumId, Oldest, Most }, ct);
        var changes = await Changed("commitment_history", "commitment_id", rows.Select(row => row.Id), "(array_agg(due_on order by position desc) filter (where due_on is not null))[1]", ct);
        return rows.Where(row => (row.DueOn ?? changes.GetValueOrDefault(row.Id)?.LastDue) is not null).Select(row =>
        {
            var (day, said) = (row.DueOn ?? changes[row.Id].LastDue!.Value, row.In(language));
            return Entry("commitment", row.Id, changes.GetValueOrDefault(row.Id)?.Count ?? 0, row.ChangedAt, new WholeDays(day, day),
                new(language, $"{WordsIn.Of(language, "tracker.due")}: {row.Label()} · {WordsIn.Of(language, StatusMark.Word(row.StatusOn(CountryDays.DayAt(clock.GetUtcNow(), row.Country))))}"), row.DueOn is null)
                with
            { Description = said.Text, Page = isOffice ? At($"/workspace/commitments/{row.Id}") : At($"/{language}/tracker/c/{row.Number}") };
        });
    }

    /// <summary>One's own next steps.</summary>
    private async Task<IEnumerable<CalendarEntry>> Steps(CalendarScope scope, CalendarReader reader, string language, CancellationToken ct)
    {
        var rows = await tables.Query<FollowUpRow>("""
            select * from advocacy.follow_ups where owner_id = any(@owners) and due_on >= @Oldest and (@Country::text is null or country = @Country)
              and (@ForumId::uuid is null or due_forum = @ForumId) order by due_on, id limit @Most
            """, new { owners = reader.Owners.ToArray(), Oldest, scope.Country, scope.ForumId, Most }, ct);
        var changes = await Changed("follow_up_history", "follow_up_id", rows.Select(row => row.Id), "null::date", ct);
        return rows.Select(row => Entry("follow-up", row.Id, changes.GetValueOrDefault(row.Id)?.Count ?? 0, row.ChangedAt, new WholeDays(row.DueOn!.Value, row.DueOn.Value),
            new(row.Language, (row.State == FollowUpState.Done ? "✓ " : "") + row.Step), row.State == FollowUpState.Dropped)
            with
        { Page = reader.IsOffice ? At($"/workspace/follow-ups/{row.Id}") : null });
    }

    /// <summary>How often each was changed, which is its sequence, and the last day that it had.</summary>
    private async Task<Dictionary<Guid, Changes>> Changed(string history, string key, IEnumerable<Guid> ids, string lastDue, CancellationToken ct) => (await tables.Query<Changes>(
        $"select {key} as id, count(*)::int as count, {lastDue} as last_due from advocacy.{history} where {key} = any(@ids) group by {key}", new { ids = ids.ToArray() }, ct))
        .ToDictionary(row => row.Id);

    private CalendarEntry Entry(string kind, Guid id, int changes, DateTimeOffset at, EntryTime time, Wording title, bool cancelled) =>
        new($"{kind}-{id}@{settings.PublicUrl.Host}", changes, at, time, title.Text, title.Language, cancelled);

    private Uri At(string path) => new(settings.PublicUrl, path);

    private DateOnly Oldest => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);
}
