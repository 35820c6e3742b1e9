namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task A_view_is_made_anew_while_four_writers_append_and_misses_nothing()
    {
        for (var stream = 0; stream < 40; stream++) await Log.Note($"river-{stream}", 0, [.. Enumerable.Range(0, 50).Select(n => $"{n}")]);
        await Log.Run("update tests.tallies set count = -1, last = 'wrong'; delete from tests.tallies where id = 'river-7'");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(writer, over.Token), Ct)).ToArray();
        var reported = new Reported();
        for (var turn = 0; turn < 3; turn++) await Log.Views.Rebuild("tests.tallies", reported, Ct);
        await over.CancelAsync();
        var written = await Task.WhenAll(writers);
        Assert.All(written, count => Assert.True(count > 0));
        Assert.True(reported.Last >= 2000);
        Assert.Equal(Tally.Over(await Log.All()), await Log.Rows(Log.Inline));
    }

    /// <summary>Each writer has streams of its own, old and new ones, and strikes some out.</summary>
    private async Task<int> Write(int writer, CancellationToken until)
    {
        var versions = Enumerable.Range(0, 10).ToDictionary(n => $"river-{(n * 4) + writer}", _ => 50L);
        var count = 0;
        for (; !until.IsCancellationRequested; count++)
        {
            var stream = count % 5 == 0 ? $"brook-{writer}-{count}" : $"river-{(count % 10 * 4) + writer}";
            var version = versions.GetValueOrDefault(stream);
            object happened = count % 11 == 0 && version > 0 ? new Struck() : new Noted($"{writer} {count}");
            await Log.Append(stream, version, happened);
            versions[stream] = version + 1;
        }
        return count;
    }

    private sealed class Reported : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
