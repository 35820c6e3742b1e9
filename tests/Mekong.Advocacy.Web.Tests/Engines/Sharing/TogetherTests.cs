using Mekong.Advocacy.Engines.Sharing;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Sharing;

/// <summary>Two are answered at once; whoever comes meanwhile is in line, and then goes with the others.</summary>
public sealed class TogetherTests
{
    private readonly List<string> asked = [];
    private readonly List<TaskCompletionSource> open = [];
    private readonly FakeClock clock = new(DateTimeOffset.UnixEpoch);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_waits_where_nothing_is_under_way_and_those_in_line_go_together()
    {
        var together = Desk();
        var (a, b) = (together.Ask("a", Ct), together.Ask("b", Ct));
        Assert.Equal(["a", "b"], asked);
        var (c, d, e) = (together.Ask("c", Ct), together.Ask("d", Ct), together.Ask("e", Ct));
        Assert.Equal(["a", "b"], asked);
        Answer(0);
        await Until(() => asked.Count == 3);
        Assert.Equal(["a", "b", "c d e"], asked);
        Answer(1, 2);
        Assert.Equal(["A", "B", "C", "D", "E"], await Task.WhenAll(a, b, c, d, e));
        Assert.Equal("F", await Answered(together.Ask("f", Ct), 3)); // the lanes are free again
    }

    [Fact]
    public async Task A_group_that_fails_is_taken_apart_and_each_hears_of_itself_alone()
    {
        var together = Desk();
        var first = (together.Ask("a", Ct), together.Ask("b", Ct));
        var (good, bad, better) = (together.Ask("c", Ct), together.Ask("bad", Ct), together.Ask("d", Ct));
        Answer(0);
        await Until(() => asked.Count == 3);
        Answer(2);
        await Until(() => asked.Count == 6);
        Answer(1, 3, 4, 5);
        Assert.Equal(("C", "D"), (await good, await better));
        Assert.Equal("bad is bad", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal(["c bad d", "c", "bad", "d"], asked[2..]);
        Assert.Equal(("A", "B"), (await first.Item1, await first.Item2));
    }

    [Fact]
    public async Task After_a_failure_that_leaves_open_what_has_happened_nobody_asks_again()
    {
        var together = new Together<string, string>(async (asks, ct) => (await Note(asks, ct), asks.Contains("gone") ? throw new Npgsql.NpgsqlException("gone") : 0).Item1) { Clock = clock };
        var first = (together.Ask("a", Ct), together.Ask("b", Ct));
        var (good, gone) = (together.Ask("c", Ct), together.Ask("gone", Ct));
        Answer(0);
        await Until(() => asked.Count == 3);
        Answer(1, 2);
        await Assert.ThrowsAsync<Npgsql.NpgsqlException>(() => good);
        await Assert.ThrowsAsync<Npgsql.NpgsqlException>(() => gone);
        Assert.Equal(3, asked.Count);
        await Task.WhenAll(first.Item1, first.Item2);
    }

    [Fact]
    public async Task What_fails_before_it_has_begun_keeps_nobody_waiting()
    {
        var together = new Together<string, string>((asks, _) => throw new TimeoutException(asks[0])) { Clock = clock };
        foreach (var ask in new[] { "a", "b", "c", "d" }) Assert.Equal(ask, (await Assert.ThrowsAsync<TimeoutException>(() => together.Ask(ask, Ct))).Message);
    }

    [Fact]
    public async Task Whoever_leaves_the_line_is_not_asked_for_and_whoever_is_alike_goes_with_the_next()
    {
        var together = new Together<string, string>(Note) { Apart = ask => ask[..1], Clock = clock };
        var first = (together.Ask("a", Ct), together.Ask("b", Ct));
        using var leaving = new CancellationTokenSource();
        var (c1, gone, c2, d) = (together.Ask("c1", Ct), together.Ask("x", leaving.Token), together.Ask("c2", Ct), together.Ask("d", Ct));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Answer(0, 1);
        await Until(() => asked.Count == 4);
        Assert.Equal(["c1 d", "c2"], asked[2..]);
        Answer(2, 3);
        Assert.Equal(["C1", "C2", "D"], await Task.WhenAll(c1, c2, d));
        await Task.WhenAll(first.Item1, first.Item2);
    }

    [Fact]
    public async Task Whoever_takes_longer_than_a_second_is_no_longer_waited_for()
    {
        var together = Desk();
        var (slow, slower) = (together.Ask("a", Ct), together.Ask("b", Ct));
        var next = together.Ask("c", Ct);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Until(() => asked.Count == 3);
        Assert.Equal("C", await Answered(next, 2));
        Answer(0, 1);
        Assert.Equal(("A", "B"), (await slow, await slower));
    }

    [Fact]
    public async Task Whoever_would_ask_in_vain_is_told_at_once()
    {
        var together = Desk();
        var first = (together.Ask("a", Ct), together.Ask("b", Ct));
        var (vain, other) = (together.Ask("c", Ct), together.Ask("d", Ct));
        together.Spare(ask => ask == "c" ? new TimeoutException("too late") : null);
        Assert.Equal("too late", (await Assert.ThrowsAsync<TimeoutException>(() => vain)).Message);
        Answer(0, 1);
        await Until(() => asked.Count == 3);
        Answer(2);
        Assert.Equal(("d", "D"), (asked[2], await other));
        await Task.WhenAll(first.Item1, first.Item2);
    }

    private Together<string, string> Desk() => new(Note) { Clock = clock };

    /// <summary>Every word in capitals, when the test says so; a bad one spoils it for all.</summary>
    private async Task<IReadOnlyList<string>> Note(IReadOnlyList<string> asks, CancellationToken ct)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (asked) (asked, open).Add(string.Join(' ', asks), answer);
        await answer.Task;
        return asks.Contains("bad") ? throw new InvalidOperationException("bad is bad") : [.. asks.Select(ask => ask.ToUpperInvariant())];
    }

    private void Answer(params int[] calls)
    {
        foreach (var call in calls) open[call].SetResult();
    }

    private async Task<string> Answered(Task<string> answer, int call)
    {
        Answer(call);
        return await answer;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!condition()) await Task.Delay(5, limit.Token);
    }
}

internal static class TwoLists
{
    public static void Add(this (List<string>, List<TaskCompletionSource>) lists, string text, TaskCompletionSource source)
    {
        lists.Item2.Add(source);
        lists.Item1.Add(text);
    }
}
