using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Notes of one worker become rows of the ledger, in one statement.</summary>
internal sealed partial class Ledger(ITables tables, TimeProvider clock)
{
    /// <param name="owner">Whose leases count.</param>
    /// <param name="inHand">What has left before and has no answer in the ledger yet.</param>
    /// <returns>The rows of which the ledger took the note, or which may leave.</returns>
    public Task<IReadOnlyList<long>> Write(Guid owner, IReadOnlyCollection<Note> notes, IReadOnlyCollection<long> inHand, CancellationToken ct) =>
        tables.Query<long>(WriteSql, new
        {
            owner,
            now = clock.GetUtcNow(),
            ids = notes.Select(note => note.Id).ToArray(),
            batches = notes.Select(note => note.Batch).ToArray(),
            states = notes.Select(note => note.State).ToArray(),
            reasons = notes.Select(note => Storable(note.Reason)).ToArray(),
            replies = notes.Select(note => Storable(note.Reply)).ToArray(),
            dues = notes.Select(note => note.DueAt?.ToUniversalTime()).ToArray(), // DateTime would lose its kind behind a first null
            counted = notes.Select(note => note.Counts ? 1 : 0).ToArray(),
            parts = notes.Select(note => note.Parts).ToArray(),
            providers = notes.Select(note => Storable(note.ProviderId)).ToArray(),
            kept = inHand.ToArray(),
        }, ct);

    /// <summary>Other people's words may hold what no database takes; one such note would keep all others waiting.</summary>
    private static string? Storable(string? text) => text is null ? null
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', ' ')));
}
