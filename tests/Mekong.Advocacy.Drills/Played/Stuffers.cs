using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Whoever fills in the public form, each from an address of this machine that they choose.</summary>
internal sealed class Stuffers(Uri site, Guid statement, string hash) : IDisposable
{
    private const int AtOnce = 32;

    private readonly ConcurrentDictionary<string, HttpClient> houses = [];
    private readonly ConcurrentBag<int> wrong = [];

    /// <summary>Answers other than 200.</summary>
    public int Wrong => wrong.Count;

    public Task Sign(IEnumerable<(string From, string Email)> people, CancellationToken ct) =>
        Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (one, stop) =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Form.TextLanguage"] = "en",
                ["Form.TextHash"] = hash,
                ["Form.Person"] = "Somebody",
                ["Form.OwnEmail"] = one.Email,
                ["Form.OwnCountry"] = "LA",
            });
            await Post(one.From, $"/en/statements/{statement}/sign?handler=Individual", form, stop);
        });

    /// <summary>Presses the button behind each link.</summary>
    public Task Confirm(IEnumerable<(string From, string Link)> people, CancellationToken ct) =>
        Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (one, stop) =>
        {
            using var form = new FormUrlEncodedContent([]);
            await Post(one.From, one.Link, form, stop);
        });

    public void Dispose()
    {
        foreach (var house in houses.Values) house.Dispose();
    }

    private async Task Post(string from, string path, HttpContent form, CancellationToken ct)
    {
        using var answer = await houses.GetOrAdd(from, House).PostAsync(new Uri(path, UriKind.Relative), form, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        if (answer.StatusCode != HttpStatusCode.OK) wrong.Add((int)answer.StatusCode);
    }

    private HttpClient House(string from) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) };
}
