using System.Data.Common;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// One connection's work. The answer to a message stands in the notebook or the ledger before the content of the next one leaves, so a
/// killed process leaves at most one message per lane in doubt.
/// </summary>
internal sealed class Lane(IHand hand, Outtray tray, Journal journal, Standings standings, Pace pace, Aftermath aftermath, TimeProvider clock, ILogger logger)
{
    private const int MostSaid = 100;

    /// <summary>Answers that may be in the notebook and not yet on the disk: what a loss of power, but no end of the process, can lose.</summary>
    private const int Ahead = 16;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    /// <summary>What is to be written about messages that have met their answer or do not leave now.</summary>
    private readonly List<Note> said = [];

    private readonly Queue<Task> reachingDisk = new();

    public async Task Run(CancellationToken stop, CancellationToken abandon)
    {
        await using var line = hand.Open();
        try
        {
            for (Prepared? next = null; !stop.IsCancellationRequested;)
            {
                next ??= await Next(behind: null, stop);
                if (next is not null) next = await MayLeave(next, stop) ? await Carry(line, next, stop, abandon) : null;
                else next = await Wait(line, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        finally { await Settle(); }
    }

    /// <summary>There is nothing to carry: until something changes, others have the use of the connection.</summary>
    /// <returns>What came at the last moment.</returns>
    private async Task<Prepared?> Wait(IHandLine line, CancellationToken stop)
    {
        await Settle();
        var changed = tray.Changed;
        if (await Next(behind: null, stop) is { } next) return next;
        if (said.Count > 0) return null;
        await line.Rest();
        await changed.WaitAsync(stop);
        return null;
    }

    /// <summary>Hands one over; the one after it is looked for beforehand, so that the line can announce it.</summary>
    /// <returns>The one after it.</returns>
    private async Task<Prepared?> Carry(IHandLine line, Prepared message, CancellationToken stop, CancellationToken abandon)
    {
        var following = pace.IsOpen ? await Next(message.To, stop) : null;
        tray.Begin(message.To);
        var answer = await HandOver(line, message, following, abandon);
        tray.Done(message.To, following?.To);
        said.Add((await Conclude(message.Row, answer, abandon)) with { Parts = message.Parts });
        return following;
    }

    /// <summary>Writes what was said so far together with this row's attempt, and hears whether it may leave.</summary>
    private async Task<bool> MayLeave(Prepared message, CancellationToken stop)
    {
        if (!pace.IsOpen) await Settle(); // an answer does not wait for a turn
        await pace.Turn(stop);
        var together = message.Row.Batch != 0; // whoever takes over the batch knows from the notebook, or must suppose, what has left
        said.Add(together ? Note.Leaving(message.Row) : Note.Attempt(message.Row, message.Parts));
        if (together && standings.Holds(message.To.Then) ? await Settle() : await Ask()) return true;
        // Paused, opted out or taken by another since the claim: it goes back to where it came from.
        tray.Done(message.To);
        if (message.Row.Batch != 0) journal.LetGo(message.Row);
        else said.Add(Note.PutOff(message.Row, clock.GetUtcNow(), reason: null));
        return false;
    }

    /// <summary>The next row that may leave as far as this worker knows.</summary>
    private async Task<Prepared?> Next(Addressed? behind, CancellationToken stop)
    {
        while (said.Count < MostSaid && tray.TryTake(behind) is var (row, until))
        {
            if (until is { } later) said.Add(Note.PutOff(row.Row, later, "pace"));
            else if (Withheld(row.Row) is { } withheld) said.Add(withheld);
            else if (await Prepare(row, stop) is { } ready) return ready;
            tray.Done(row, behind);
        }
        return null;
    }

    private async Task<Prepared?> Prepare(Addressed to, CancellationToken stop)
    {
        try
        {
            var message = await hand.Prepare(to, stop);
            if (message.NotBefore is { } opens) said.Add(Note.PutOff(to.Row, opens, "quiet-hours"));
            else if (pace.NotYet(to.Destination) is { } later) said.Add(Note.PutOff(to.Row, later, "pace"));
            else return message;
        }
        catch (DbException e)
        {
            logger.LogWarning("Delivery {Delivery} waits for the database ({Error})", to.Row.Id, e.Message);
            said.Add(Note.PutOff(to.Row, clock.GetUtcNow() + AfterTrouble, reason: null));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError("Delivery {Delivery} could not be written and is set aside ({Error})", to.Row.Id, e.GetType().Name); // its text may name somebody
            said.Add(new Note(to.Row.Id, DeliveryState.Failed, "not-written", e.GetType().Name, Batch: to.Row.Batch));
        }
        return null;
    }

    /// <summary>Whatever goes wrong inside a transport, the lane lives on; they may have the message or not.</summary>
    private async Task<Handover> HandOver(IHandLine line, Prepared message, Prepared? following, CancellationToken abandon)
    {
        try { return await line.Send(message, following, abandon); }
        catch (Exception e) when (e is not OperationCanceledException || !abandon.IsCancellationRequested)
        {
            logger.LogError("Delivery {Delivery} was handed over without a readable end ({Error})", message.Row.Id, e.GetType().Name);
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

    /// <summary>Leaves in the notebook that all goes well; anything else, and what the notebook cannot take, is said to the ledger.</summary>
    /// <returns>True when the last of it may be done.</returns>
    private async Task<bool> Settle()
    {
        if (said.Count == 0) return true;
        if (!said.TrueForAll(note => note.IsLeaving || note.State == DeliveryState.Sent) || journal.Tell([.. said]) is not { } onDisk) return await Ask();
        said.Clear();
        reachingDisk.Enqueue(onDisk);
        if (reachingDisk.Count > Ahead) await reachingDisk.Dequeue();
        return true;
    }

    /// <returns>True when the ledger took the last of what was said.</returns>
    private async Task<bool> Ask()
    {
        var taken = await journal.Ask([.. said]);
        said.Clear();
        return taken;
    }

    private static Note? Withheld(Claimed row) =>
        row.Withdrawn ? new(row.Id, DeliveryState.Suppressed, "opted-out", Batch: row.Batch)
        : row.Suppressed ? new(row.Id, DeliveryState.Suppressed, "address-suppressed", Batch: row.Batch)
        : null;
}
