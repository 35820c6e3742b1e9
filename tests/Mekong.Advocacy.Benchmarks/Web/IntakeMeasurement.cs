using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Web;

/// <summary>
/// A POST through the whole house: an alert drafted over the API (token, roles, validation, decision on the stream as it stands, append,
/// row of the view), beside a POST that inserts a stream and an event and asks nothing.
/// </summary>
internal sealed class IntakeMeasurement : IMeasurement
{
    private const string Alert = """
        {"name": "Amnesty for seasonal workers",
         "texts": {"en": {"subject": "The amnesty ends on Friday, {{name}}", "body": "Workers without papers can **register until Friday** at the provincial labour office. Bring what you have: a contract, a payslip, a photograph. Nobody may ask you for money.", "sms": "Amnesty ends Friday: {{link}}"}},
         "audience": {"topics": ["wages"], "channels": ["email", "sms"]}, "fallback": "english"}
        """;

    public string Name => "intake";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await using var stand = await Stand.Open(bench, ct);
        var script = await Script(bench, stand.Installation.CoordinatorToken, ct);
        await Stand.Warm(bench, new(stand.Platform("/api/v1/alerts"), 32, script), ct);
        var figures = new List<Figure>();
        foreach (var clients in new[] { 32, 128 })
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"intake, {clients} clients");
            var pairs = await Stand.Compare(bench, name, new(stand.Platform("/api/v1/alerts"), clients, script), new(stand.Minimal("/fact"), clients, script), ct);
            figures.Add(pairs.Figure(name, "1/s", "a minimal endpoint that inserts a stream and an event", clients == 32 ? 0.4 : 0));
        }
        return figures;
    }

    private static async Task<string> Script(Bench bench, string token, CancellationToken ct)
    {
        var file = Path.Combine(bench.Scratch, "intake.lua");
        await File.WriteAllTextAsync(file, $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer {token}"
            wrk.body = [==[{Alert}]==]
            """, ct);
        return file;
    }
}
