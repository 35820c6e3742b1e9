using Hangfire;
using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>The one kind of Hangfire job: runs what the key's row asks for, then records the end and what follows from it.</summary>
internal sealed class RunListed(NpgsqlDataSource database, ListedRun listed, Insistence insistence, TimeProvider clock)
{
    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromSeconds(1), Early = TimeSpan.FromSeconds(2);

    /// <summary>Key and ticket are all that Hangfire is told.</summary>
    [Postpones, AutomaticRetry(Attempts = 0, LogEvents = false), JobDisplayName("{0}")]
    public async Task Run(string key, Guid ticket, CancellationToken ct)
    {
        if (!await insistence.On(c => IsDue(key, ticket, c), ct)) return;
        await using var hold = await insistence.On(c => KeyHold.Take(database, key, c), ct)
            ?? throw new Postponed("The key's last run has not ended.", clock.GetUtcNow() + BetweenKnocks);
        var run = await insistence.On(c => Begin(key, ticket, c), ct);
        if (run is null) return;
        var ending = await listed.Run(run, ct);
        await insistence.On(c => End(run, ending, c), CancellationToken.None);
        if (ending is { Again: true, Error: null }) ct.ThrowIfCancellationRequested(); // handed on: Hangfire puts it back into its queue
        if (ending is { Again: true, NextDue: { } due }) throw new Postponed(FirstLine(ending.Error!), due);
        if (ending.Stage == JobStage.Failed) throw new FailedForGood(ending.Error!);
    }

    /// <summary>False: the schedule is no longer this one. Hangfire counts in whole seconds and comes early by a part of one.</summary>
    private async Task<bool> IsDue(string key, Guid ticket, CancellationToken ct)
    {
        DateTimeOffset? due;
        await using (var db = await database.OpenConnectionAsync(ct)) due = await db.DueAt(key, ticket, ct);
        if (due is not { } at) return false;
        var ahead = at - clock.GetUtcNow();
        if (ahead > Early) throw new Postponed("It is not due yet.", at);
        if (ahead > TimeSpan.Zero) await Task.Delay(ahead, clock, ct);
        return true;
    }

    private async Task<Begun?> Begin(string key, Guid ticket, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        return await db.Begin(key, ticket, clock.GetUtcNow(), ct);
    }

    private async Task<bool> End(Begun run, Ending ending, CancellationToken ct)
    {
        await using var db = await database.OpenConnectionAsync(ct);
        await using var transaction = await db.BeginTransactionAsync(ct);
        if (await db.End(run, ending, clock.GetUtcNow(), ct) && ending is { Again: true, NextDue: { } due }) await HandedOver.Move(db, run, due, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static string FirstLine(string error) => error.Split('\n', 2)[0].TrimEnd();
}
