using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>Officers who sign all at once, each with the token of their own account; every tenth presses twice in the same moment.</summary>
internal sealed class Rush(Uri url, OpenText text, int endorsers, int clients) : IDisposable
{
    private const int Twice = 10;

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = clients * 2 }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentBag<string> refused = [];
    private long answered;

    /// <summary>Sign-ons of different organisations that were answered so far.</summary>
    public int Answered => (int)Interlocked.Read(ref answered);

    public IReadOnlyCollection<string> Refused => refused;

    /// <summary>Until the last answer.</summary>
    public async Task<double> Run(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(1, endorsers), new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = ct }, async (number, stop) =>
        {
            var one = new Endorser(number);
            await Task.WhenAll(Enumerable.Range(0, number % Twice == 0 ? 2 : 1).Select(_ => Sign(one, stop)));
            Interlocked.Increment(ref answered);
        });
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public void Dispose() => http.Dispose();

    private async Task Sign(Endorser one, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/statements/{text.Id}/sign-ons", UriKind.Relative))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", one.Token) },
            Content = JsonContent.Create(new { organisationId = one.Organisation, language = "en", textHash = text.Hash }),
        };
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode != HttpStatusCode.NoContent) refused.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }

    /// <exception cref="BenchException">Somebody was turned away.</exception>
    public void MustHaveTakenAll()
    {
        if (!refused.IsEmpty) throw new BenchException($"{refused.Count} sign-ons were refused: {refused.First()}");
    }
}
