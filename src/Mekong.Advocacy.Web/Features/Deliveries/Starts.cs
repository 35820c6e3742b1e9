namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Tells the workers of this process that a campaign has begun; those of others see it within half a second.</summary>
public sealed class Starts
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next start; to be asked for before the ledger is looked at.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Tell() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
