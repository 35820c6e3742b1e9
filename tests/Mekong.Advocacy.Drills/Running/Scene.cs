using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>What one drill stands on, all of it its own: database, data folder, mail server, text provider, processes.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly List<PlatformProcess> processes = [];
    private int started;

    private Scene(Seed seed, string folder, PostgresToBreak database, FakeTwilio twilio, MovableClock clock)
    {
        (Seed, Folder, Database, Twilio, Clock) = (seed, folder, database, twilio, clock);
        Settings = Ground.Settings.Of(folder, database.ConnectionString, Mail.Port, twilio.BaseUrl);
    }

    public Seed Seed { get; }
    public string Folder { get; }
    public PostgresToBreak Database { get; }
    public MailServer Mail { get; } = new();
    public FakeTwilio Twilio { get; }

    /// <summary>Of the text provider and of platforms in this process; real processes keep the machine's.</summary>
    public MovableClock Clock { get; }

    /// <summary>May be changed before a process starts.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>Says that from here on the drill mostly waits, and others may use the machine.</summary>
    public required Action Waits { get; init; }

    public string[] Logs => [.. Directory.GetFiles(Folder, "*.log"), Database.Log];

    /// <param name="waits">Called once the drill begins to wait.</param>
    public static async Task<Scene> Set(Seed seed, string folder, Action waits, CancellationToken ct)
    {
        await seed.Copy(folder, ct);
        var clock = new MovableClock();
        return new(seed, folder, await PostgresToBreak.Start(folder, ct), await FakeTwilio.Start(clock), clock) { Waits = waits };
    }

    public Task<PlatformProcess> Web(CancellationToken ct) => Serve("web", ct);

    public Task<PlatformProcess> Worker(CancellationToken ct) => Serve("worker", ct);

    /// <summary>A worker that is not waited for.</summary>
    public PlatformProcess Begin(string role)
    {
        var process = PlatformProcess.Begin(role, Settings, Path.Combine(Folder, $"{role}-{Interlocked.Increment(ref started)}.log"));
        lock (processes) processes.Add(process);
        return process;
    }

    /// <summary>A web process with a desk at work in it, and a worker.</summary>
    public async Task<(Desk Desk, PlatformProcess Web, PlatformProcess Worker)> Open(CancellationToken ct)
    {
        var (web, worker) = (await Web(ct), await Worker(ct));
        return (new Desk(web.Url, Seed), web, worker);
    }

    /// <summary>The platform in this process, under the clock that can be moved.</summary>
    public Task<Platform> Host(ProcessRole role, CancellationToken ct) => InProcess.Serve(role, Settings, Clock, ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await Mail.DisposeAsync();
        await Twilio.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<PlatformProcess> Serve(string role, CancellationToken ct)
    {
        var process = Begin(role);
        await process.Ready(ct);
        return process;
    }
}
