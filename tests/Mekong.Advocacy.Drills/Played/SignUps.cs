using System.Diagnostics;
using System.Net;
using System.Text;
using Mekong.Advocacy.Drills.Ground;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Twenty people a second are entered while something breaks; what was acknowledged is remembered, and how refusals looked.</summary>
internal sealed class SignUps(HttpClient coordinator)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private long troubleSince;

    public int Acknowledged { get; private set; }

    /// <summary>Answers other than 200, and other than 503 with Retry-After.</summary>
    public List<string> Wrong { get; } = [];

    public int Unavailable { get; private set; }

    public double LongestTrouble { get; private set; }

    public async Task Run(CancellationToken until)
    {
        using var timer = new PeriodicTimer(Between);
        var under = new List<Task>();
        try
        {
            for (var number = 1; await timer.WaitForNextTickAsync(until); number++) under.Add(Enter(number));
        }
        catch (OperationCanceledException) { }
        await Task.WhenAll(under);
    }

    private async Task Enter(int number)
    {
        try
        {
            using var content = new StringContent(People.OneLine(number), Encoding.UTF8, "text/csv");
            using var answer = await coordinator.PostAsync(new Uri("api/v1/subscribers/import", UriKind.Relative), content);
            lock (Wrong) Note(answer);
        }
        catch (HttpRequestException e) { lock (Wrong) Wrong.Add(e.Message); }
    }

    private void Note(HttpResponseMessage answer)
    {
        var now = Stopwatch.GetTimestamp();
        if (answer.IsSuccessStatusCode)
        {
            Acknowledged++;
            troubleSince = 0;
            return;
        }
        if (troubleSince == 0) troubleSince = now;
        LongestTrouble = Math.Max(LongestTrouble, Stopwatch.GetElapsedTime(troubleSince, now).TotalSeconds);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null) Unavailable++;
        else Wrong.Add($"{(int)answer.StatusCode}");
    }
}
