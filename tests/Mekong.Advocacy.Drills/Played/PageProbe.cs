using System.Diagnostics;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Somebody who opens a public page twenty times a second.</summary>
internal sealed class PageProbe(Uri site)
{
    private readonly List<double> milliseconds = [];

    public int Errors { get; private set; }

    public double P95
    {
        get
        {
            var sorted = milliseconds.Order().ToList();
            return sorted.Count == 0 ? 0 : sorted[(int)(sorted.Count * 0.95)];
        }
    }

    public async Task Run(CancellationToken until)
    {
        using var http = new HttpClient { BaseAddress = site };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await timer.WaitForNextTickAsync(until))
            {
                var began = Stopwatch.GetTimestamp();
                using var page = await http.GetAsync(new Uri("/", UriKind.Relative), until);
                await page.Content.ReadAsByteArrayAsync(until);
                if (!page.IsSuccessStatusCode) Errors++;
                milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException) { }
    }
}
