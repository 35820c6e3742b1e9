using System.Globalization;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>
/// A log of statements' registers that the built-in store has written is opened by Marten, continued, and read by the built-in store again: every
/// leaf, chain and root stays. MEKONG_TEST_REGISTER_EVENTS says how many events there are before (4,000 unless it is set).
/// </summary>
public sealed class RegisterExchangeTests(TestPostgres postgres)
{
    private const int Statements = 4, Together = 50;

    private static readonly int Events = int.Parse(Environment.GetEnvironmentVariable("MEKONG_TEST_REGISTER_EVENTS") ?? "4000", CultureInfo.InvariantCulture);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_hash_of_the_registers_is_the_same_after_Marten_has_continued_the_log()
    {
        var database = await postgres.NewDatabase();
        await EngineServices.Migrate(database, typeof(EventNames).Assembly, Ct);
        await using var layout = TestLog.On(database);
        string[] before;
        long end;
        string digest;
        await using (var builtIn = Engine(database, EngineChoice.AllBuiltIn))
        {
            await Sign(builtIn, 0, Statements, Events * 10 / 11 / Statements);
            (before, end) = (await Hashes(builtIn), await layout.Scalar<long>("select max(seq_id) from es.mt_events"));
            digest = await MartenTables.Digest(layout, end);
        }
        Assert.InRange(end, Events * 0.99, Events * 1.01);
        Assert.Equal(end + (2 * Statements), before.Length);
        TestContext.Current.TestOutputHelper?.WriteLine("{0} events, {1} hashes before Marten.", end, before.Length);

        string[] byMarten;
        await using (var marten = Engine(database, EngineChoice.AllBuiltIn with { EventStore = "Marten" }))
        {
            Assert.Equal(end, await marten.GetRequiredService<IEventStore>().ReadAll(0, Ct).LongCountAsync(Ct));
            await Sign(marten, Statements, 1, 200);
            await Seal(marten);
            await marten.GetRequiredService<IViewRebuild>().Rebuild("advocacy.register_entries", new Progress<long>(), Ct);
            byMarten = await Hashes(marten, Statements + 1);
        }

        await using var again = Engine(database, EngineChoice.AllBuiltIn);
        Assert.Equal(before, await Hashes(again));
        Assert.Equal(byMarten, await Hashes(again, Statements + 1));
        await again.GetRequiredService<IViewRebuild>().Rebuild("advocacy.register_entries", new Progress<long>(), Ct);
        Assert.Equal(byMarten, await Hashes(again, Statements + 1));
        Assert.Equal(before, byMarten[..before.Length]);
        Assert.Equal(digest, await MartenTables.Digest(layout, end));
        Assert.Equal(end + 220 + 1, await again.GetRequiredService<IEventStore>().ReadAll(0, Ct).LongCountAsync(Ct));
    }

    private static ServiceProvider Engine(string database, EngineChoice engines) => new ServiceCollection()
        .AddSingleton<IProjection, RegisterRows>().AddPostgresEngines(database, EventNames.Catalog(), runsJobs: false, engines).BuildServiceProvider();

    private static async Task Sign(ServiceProvider engine, int first, int count, int organisations)
    {
        var store = engine.GetRequiredService<IEventStore>();
        for (var statement = first; statement < first + count; statement++)
            foreach (var some in Enumerable.Range(0, organisations).Chunk(Together))
                await store.Append([.. some.Select(organisation => RegisterLog.SignOn(statement, organisation))], new EventMetadata("system"), Ct);
    }

    /// <summary>An event on a stream that the built-in store began, which no register takes notice of.</summary>
    private static async Task Seal(ServiceProvider engine)
    {
        var signed = RegisterLog.SignOn(0, 0);
        await engine.GetRequiredService<IEventStore>().Append([new(signed.Stream, 1, [new SignOnDisplayChanged(Display.Sealed, null)])], new EventMetadata("system"), Ct);
    }

    /// <summary>Every leaf in order, then root and head, statement by statement.</summary>
    private static async Task<string[]> Hashes(ServiceProvider engine, int statements = Statements)
    {
        var (reads, hashes) = (new RegisterReads(engine.GetRequiredService<ITables>()), new List<string>());
        for (var statement = 0; statement < statements; statement++)
        {
            var register = await reads.Of(RegisterLog.Statement(statement), Ct);
            hashes.AddRange(register.Leaves.Select(leaf => leaf.ToString()));
            hashes.AddRange([register.Mark.Root, register.Mark.Head]);
        }
        return [.. hashes];
    }
}
