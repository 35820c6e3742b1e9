using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Mekong.Advocacy.Faults;

/// <summary>How the fake treats a request to send, instead of taking the text and answering 201.</summary>
/// <param name="Creates">Whether the text is on the books although the caller may never learn it.</param>
public sealed record FakeBehaviour(bool Creates, Func<HttpContext, Func<Task>, Task> Answer)
{
    /// <summary>Twilio's JSON error with its number.</summary>
    public static FakeBehaviour Error(int status, int code, string message = "Something is wrong.") => new(false, (http, _) =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { code, message, status, more_info = $"https://www.twilio.com/docs/errors/{code}" });
    });

    /// <summary>An answer that is not Twilio's JSON: a gateway's page.</summary>
    public static FakeBehaviour Html(int status, string? retryAfter = null) => new(false, (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html";
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync("<html><body><h1>Sorry</h1></body></html>");
    });

    /// <summary>429 with number 20429; Retry-After in seconds where given.</summary>
    public static FakeBehaviour TooMany(int? retryAfter = null) => new(false, (http, _) =>
    {
        if (retryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Error(429, 20429, "Too Many Requests").Answer(http, () => Task.CompletedTask);
    });

    /// <summary>No answer at all until the caller gives up.</summary>
    public static FakeBehaviour Silent(bool creates) => new(creates, async (http, usual) =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    });

    /// <summary>The line is cut before the answer.</summary>
    public static FakeBehaviour Cut(bool created) => new(created, (http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The line is cut in the middle of the answer 201.</summary>
    public static FakeBehaviour CutInTheAnswer() => new(true, async (http, _) =>
    {
        http.Response.StatusCode = 201;
        http.Response.ContentLength = 1000;
        await http.Response.WriteAsync("{\"sid\":");
        await http.Response.Body.FlushAsync();
        http.Abort();
    });

    /// <summary>The usual answer, once <paramref name="released"/> is done.</summary>
    public static FakeBehaviour Held(Func<Task> released) => new(true, async (_, usual) =>
    {
        await released();
        await usual();
    });
}
