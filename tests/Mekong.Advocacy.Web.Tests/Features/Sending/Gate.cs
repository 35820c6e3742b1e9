namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Lets so many mails be answered and holds every later one after its final dot, until it is opened.</summary>
internal sealed class Gate(int free)
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int passed;

    public Task Opened => opened.Task;

    public SinkScript Script => new() { Before = verb => verb == "CONTENT" && Interlocked.Increment(ref passed) > free ? opened.Task : Task.CompletedTask };

    public void Open() => opened.SetResult();
}
