using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Fetches the next element of a slow source while the last one is being worked on.</summary>
internal static class ReadAhead
{
    public static async IAsyncEnumerable<T> Ahead<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken ct)
    {
        var fetched = Channel.CreateBounded<T>(1);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var fetching = Task.Run(() => Fetch(source, fetched.Writer, over.Token), CancellationToken.None);
        try
        {
            await foreach (var one in fetched.Reader.ReadAllAsync(ct)) yield return one;
        }
        finally
        {
            await over.CancelAsync();
            await fetching;
        }
    }

    private static async Task Fetch<T>(IAsyncEnumerable<T> source, ChannelWriter<T> fetched, CancellationToken ct)
    {
        try
        {
            await foreach (var one in source.WithCancellation(ct)) await fetched.WriteAsync(one, ct);
            fetched.Complete();
        }
        catch (Exception e)
        {
            fetched.Complete(e); // whoever reads sees it
        }
    }
}
