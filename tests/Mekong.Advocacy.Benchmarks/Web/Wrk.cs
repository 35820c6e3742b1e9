using System.Globalization;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Web;

/// <summary>Asks for one address as often as it is answered, over so many connections (wrk, one thread).</summary>
internal sealed partial record Wrk(Uri Url, int Clients, string? Script = null)
{
    /// <returns>Requests a second.</returns>
    /// <exception cref="BenchException">Something was refused.</exception>
    public async Task<double> Run(Bench bench, int seconds, CancellationToken ct)
    {
        var program = Child.Find("wrk") ?? throw new MissingProgramException("wrk", "wrk");
        await using var child = Child.Start(Path.Combine(bench.Scratch, "wrk.log"), program,
            ["-t1", $"-c{Clients}", $"-d{seconds}s", "--timeout", "10s", .. Script is null ? Array.Empty<string>() : ["-s", Script], Url.AbsoluteUri]);
        var said = await child.End(ct);
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || Rate().Match(said) is not { Success: true } rate) throw new BenchException($"{Url}: {said}");
        return double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
