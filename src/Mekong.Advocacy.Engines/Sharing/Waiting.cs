namespace Mekong.Advocacy.Engines.Sharing;

/// <summary>Somebody in line. Until it is begun it may leave; from then on it is waited for to the end.</summary>
internal sealed class Waiting<TAsk, TAnswer>(TAsk ask, CancellationToken ct)
{
    private readonly TaskCompletionSource<TAnswer> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int begun;

    public TAsk Ask => ask;

    public Task<TAnswer> Answer => answered.Task;

    /// <summary>False: it has left, or has begun before.</summary>
    public bool Begin() => Interlocked.Exchange(ref begun, 1) == 0;

    public void Leave()
    {
        if (Begin()) answered.TrySetCanceled(ct);
    }

    public void Succeed(TAnswer answer) => answered.TrySetResult(answer);

    public void Fail(Exception reason) => answered.TrySetException(reason);

    public async Task AskAlone(Func<IReadOnlyList<TAsk>, CancellationToken, Task<IReadOnlyList<TAnswer>>> answer)
    {
        try
        {
            Succeed((await answer([ask], ct))[0]);
        }
#pragma warning disable CA1031 // whoever waits for it hears of it
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail(e);
        }
    }
}
