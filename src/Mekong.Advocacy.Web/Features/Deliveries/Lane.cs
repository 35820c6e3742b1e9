using System.Data.Common;
using System.Threading.Channels;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// One connection's work. The answer to a message is on disk before the next one leaves, so a killed process leaves at most one
/// message per lane in doubt.
/// </summary>
internal sealed class Lane(IHand hand, Journal journal, Pace pace, Aftermath aftermath, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    public async Task Run(ChannelReader<Claimed> rows, CancellationToken stop, CancellationToken abandon)
    {
        Note? answered = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (!rows.TryRead(out var row))
                {
                    if (answered is not null) await journal.Write(answered);
                    answered = null;
                    if (!await rows.WaitToReadAsync(stop)) return;
                    continue;
                }
                answered = await Carry(row, answered, stop, abandon);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        finally
        {
            if (answered is not null) await journal.Write(answered);
        }
    }

    /// <summary>Brings one row to an answer. The note before it is written together with this row's attempt.</summary>
    private async Task<Note?> Carry(Claimed row, Note? before, CancellationToken stop, CancellationToken abandon)
    {
        if (Withheld(row) is { } withheld) return await Keep(before, withheld);
        Prepared message;
        try { message = await hand.Prepare(row, stop); }
        catch (DbException e)
        {
            logger.LogWarning("Delivery {Delivery} waits for the database ({Error})", row.Id, e.Message);
            return await Keep(before, Waiting(row, clock.GetUtcNow() + AfterTrouble, reason: null));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError("Delivery {Delivery} could not be written and is set aside ({Error})", row.Id, e.GetType().Name); // its text may name somebody
            return await Keep(before, new Note(row.Id, DeliveryState.Failed, "not-written", e.GetType().Name));
        }

        if (message.NotBefore is { } opens) return await Keep(before, Waiting(row, opens, "quiet-hours"));
        if (pace.NotYet(message.Destination) is { } later) return await Keep(before, Waiting(row, later, "pace"));
        if (before is not null && !pace.IsOpen)
        {
            await journal.Write(before); // an answer does not wait for a turn
            before = null;
        }
        await pace.Turn(stop);
        if (!await journal.Write(before is null ? [Note.Attempt(row.Id, message.Parts)] : [before, Note.Attempt(row.Id, message.Parts)]))
            return Waiting(row, clock.GetUtcNow(), reason: null); // paused, opted out or taken by another since the claim
        return await Conclude(row, await HandOver(row, message, abandon), abandon);
    }

    /// <summary>Whatever goes wrong inside a transport, the lane lives on; they may have the message or not.</summary>
    private async Task<Handover> HandOver(Claimed row, Prepared message, CancellationToken abandon)
    {
        try { return await message.Send(abandon); }
        catch (Exception e) when (e is not OperationCanceledException || !abandon.IsCancellationRequested)
        {
            logger.LogError("Delivery {Delivery} was handed over without a readable end ({Error})", row.Id, e.GetType().Name);
            return new Handover(Fate.Ambiguous, "hand-over-broke", e.GetType().Name);
        }
    }

    /// <summary>An answer is worth waiting for: while the database is away it is kept.</summary>
    private async Task<Note> Conclude(Claimed row, Handover answer, CancellationToken abandon)
    {
        while (true)
        {
            try { return await aftermath.Of(row, answer, pace); }
            catch (Exception e) when (!abandon.IsCancellationRequested)
            {
                logger.LogError("What follows from {Reason} for delivery {Delivery} could not be done yet: {Error}", answer.Reason, row.Id, e.Message);
                await Task.Delay(AfterTrouble, clock, abandon);
            }
        }
    }

    private async Task<Note> Keep(Note? before, Note next)
    {
        if (before is not null) await journal.Write(before);
        return next;
    }

    private static Note? Withheld(Claimed row) =>
        row.Withdrawn ? new(row.Id, DeliveryState.Suppressed, "opted-out")
        : row.Suppressed ? new(row.Id, DeliveryState.Suppressed, "address-suppressed")
        : null;

    private static Note Waiting(Claimed row, DateTimeOffset until, string? reason) => new(row.Id, row.State, reason, DueAt: until);
}
