using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;

namespace Mekong.Advocacy.Benchmarks.Web;

/// <summary>The platform's web role and the minimal server, side by side on one database.</summary>
internal sealed class Stand(Installation installation, PlatformProcess platform, Child minimal, Uri minimalUrl) : IAsyncDisposable
{
    public Installation Installation => installation;

    public Uri Platform(string path) => new(platform.Url, path);

    public Uri Minimal(string path) => new(minimalUrl, path);

    public static async Task<Stand> Open(Bench bench, CancellationToken ct)
    {
        if (Child.Find("wrk") is null) throw new MissingProgramException("wrk", "wrk");
        var installation = await Installation.Prepare(bench, ct);
        var database = await installation.Database(0, ct);
        var platform = await PlatformProcess.Serve(installation.Program, installation.Log("web"), installation.Settings(database), ct, role: "web");
        try
        {
            var (minimal, url) = await MinimalServer.Start(bench, database, ct);
            return new(installation, platform, minimal, url);
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Asks the platform for a while before it is measured: on two cores the compiler has most of the processor in the first seconds.
    /// </summary>
    public static Task Warm(Bench bench, Wrk ours, CancellationToken ct) => ours.Run(bench, bench.Quick ? 1 : 30, ct);

    /// <summary>Both, in turn.</summary>
    public static async Task<Pairs> Compare(Bench bench, string name, Wrk ours, Wrk reference, CancellationToken ct)
    {
        var seconds = bench.Quick ? 1 : 5;
        await reference.Run(bench, seconds, ct);
        return await Pairs.Run(bench, name, ct => ours.Run(bench, seconds, ct), ct => reference.Run(bench, seconds, ct), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        await minimal.DisposeAsync();
    }
}
