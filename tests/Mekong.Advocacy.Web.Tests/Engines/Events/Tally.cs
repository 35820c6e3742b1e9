using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <param name="Chain">Differs as soon as one event is missing, doubled or out of its order.</param>
internal sealed record TallyRow(string Id, long Count, long Chain, string Last, string[] Words, DateTimeOffset ChangedAt);

/// <summary>A view with one row per stream, in two tables: one kept inline, one by the background reader.</summary>
internal sealed class Tally(bool inline, Turnstile? turnstile = null) : Projection<TallyRow>
{
    public const string Tables = """
        create schema tests;
        create table tests.tallies (
          id text primary key, count bigint not null, chain bigint not null, last text not null, words text[] not null, changed_at timestamptz not null);
        create index tallies_by_last on tests.tallies (last) where count > 1;
        create index tallies_by_change on tests.tallies (changed_at desc, id);
        create table tests.late_tallies (like tests.tallies including all);
        """;

    public override string Table => inline ? "tests.tallies" : "tests.late_tallies";

    public override (string Column, string Type) Key => ("id", "text");

    public override bool Inline => inline;

    /// <summary>While set, a note "spoilt" cannot be folded.</summary>
    public bool Broken { get; set; }

    /// <summary>Set: called before each event is folded.</summary>
    public Action? Pause { get; set; }

    public override string? KeyOf(Recorded happened) => happened.Event is Noted or Struck or Held ? happened.Stream : null;

    public override TallyRow? Apply(TallyRow? row, Recorded happened)
    {
        Pause?.Invoke();
        if (happened.Event is Held held) turnstile?.Hold(held.Gate);
        return happened.Event switch
        {
            Noted { Text: "spoilt" } when Broken => throw new InvalidDataException("This view cannot read it."),
            Noted e => new(happened.Stream, (row?.Count ?? 0) + 1, unchecked(((row?.Chain ?? 7) * 31) + happened.Position),
                e.Text, [happened.Metadata.Actor, e.Text], happened.At),
            Held => row,
            _ => null,
        };
    }

    /// <summary>What the table must hold after these events.</summary>
    public static string[] Over(IEnumerable<Recorded> log)
    {
        var (view, rows) = (new Tally(inline: true), new Dictionary<string, TallyRow?>());
        foreach (var happened in log)
            if (view.KeyOf(happened) is { } key) rows[key] = view.Apply(rows.GetValueOrDefault(key), happened);
        return [.. rows.Values.OfType<TallyRow>().OrderBy(row => row.Id, StringComparer.Ordinal).Select(Line)];
    }

    public static string Line(TallyRow row) =>
        $"{row.Id} {row.Count} {row.Chain} {row.Last} {string.Join('|', row.Words)} {row.ChangedAt.UtcTicks}";
}
