using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Faults;

/// <summary>
/// A Twilio account on this machine: it takes texts, keeps and lists them, misbehaves by script and reports by signed callbacks.
/// Start it, give <see cref="BaseUrl"/> to the engine, look at <see cref="Messages"/>.
/// </summary>
public sealed class FakeTwilio : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "a-token-for-tests";
    public const string ServiceSid = "MG00000000000000000000000000000001";

    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<string> order = new();
    private readonly ConcurrentDictionary<string, FakeMessage> books = new();
    private int requests, looks;

    private FakeTwilio(TimeProvider clock)
    {
        this.clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(Authenticated);
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", Take);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", List);
    }

    public Uri BaseUrl => new(app.Urls.First());
    public FakeScript Script { get; } = new();
    /// <summary>Everything on the books, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages => [.. order.Select(sid => books[sid])];
    /// <summary>Requests to send that reached the fake, refused ones included.</summary>
    public int Requests => Volatile.Read(ref requests);
    /// <summary>How often somebody asked what is on the books.</summary>
    public int Looks => Volatile.Read(ref looks);
    /// <summary>The most messages on one page of the list, whatever the caller asks for.</summary>
    public int PageSize { get; set; } = 50;
    /// <summary>Puts the next page of the list on another host.</summary>
    public string? NextPageHost { get; set; }

    public static async Task<FakeTwilio> Start(TimeProvider? clock = null)
    {
        var fake = new FakeTwilio(clock ?? TimeProvider.System);
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>Puts a text on the books that nobody sent through this fake.</summary>
    public FakeMessage Add(string to, string body, DateTimeOffset createdAt, string status = "queued", int? error = null) =>
        Enter(new Dictionary<string, string> { ["To"] = to, ["Body"] = body }, createdAt, status, error);

    /// <summary>
    /// Reports these states of a message to its StatusCallback, in this order: give them doubled, late or turned round at will.
    /// </summary>
    /// <param name="via">The way to the site; its base address replaces the callback's host, whose URL stays the signed one.</param>
    /// <returns>The status codes that the site answered.</returns>
    public Task<IReadOnlyList<int>> PlayCallbacks(string sid, HttpClient? via, params FakeReport[] reports)
    {
        foreach (var report in reports) books[sid] = books[sid] with { Status = report.Status, Error = report.Error };
        return FakeCallbacks.Play(books[sid], via, AuthToken, reports);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Authenticated(HttpContext http, RequestDelegate next)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}"));
        return AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var given) && given.Scheme == "Basic" && given.Parameter == expected
            ? next(http)
            : FakeBehaviour.Error(401, 20003, "Authenticate").Answer(http, () => Task.CompletedTask);
    }

    private async Task Take(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        var form = (await http.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        var behaviour = Script.For(form["To"]);
        var message = behaviour is { Creates: false } ? null : Enter(form, clock.GetUtcNow(), "queued", null);
        Task Usual() => Results.Json(FakeList.Json(message!), statusCode: 201).ExecuteAsync(http);
        await (behaviour is null ? Usual() : behaviour.Answer(http, Usual));
    }

    private Task List(HttpContext http)
    {
        Interlocked.Increment(ref looks);
        return FakeList.Answer(http, Messages, PageSize, NextPageHost);
    }

    private FakeMessage Enter(Dictionary<string, string> form, DateTimeOffset at, string status, int? error)
    {
        var message = new FakeMessage($"SM{Guid.NewGuid():N}", at, status, error, form);
        books[message.Sid] = message;
        order.Enqueue(message.Sid);
        return message;
    }
}
