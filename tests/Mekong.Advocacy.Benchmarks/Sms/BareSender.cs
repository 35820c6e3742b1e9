using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Sms;

/// <summary>The reference: HttpClient in a loop on so many tasks, with a form, a password and an answer that is read, and no record of anything.</summary>
internal static class BareSender
{
    private const string Account = "AC00000000000000000000000000000000";

    public static async Task<double> Run(SmsSink sink, int texts, int concurrency, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = concurrency };
        using var http = new HttpClient(handler) { BaseAddress = sink.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Account}:of-the-benchmark")));
        sink.Begin();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= texts;) await Send(http, number, ct);
        }, ct)));
        return sink.Count == texts ? sink.Rate : throw new BenchException($"Of {texts} bare texts the sink took {sink.Count}.");
    }

    private static async Task Send(HttpClient http, int number, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("To", SmsReaders.Number(number)), new("MessagingServiceSid", "MG00000000000000000000000000000000"),
            new("Body", string.Create(CultureInfo.InvariantCulture, $"Reader {number}: the hearing on the dam closes on Wednesday at 18:00. Write today: https://alerts.mekong.example/m/{number}.AAAAAAAAAAAAAAAAAAAAAA No more: https://alerts.mekong.example/u/{number}.AAAAAAAAAAAAAAAAAAAAAA")),
            new("StatusCallback", string.Create(CultureInfo.InvariantCulture, $"https://alerts.mekong.example/hooks/sms/{number}.AAAAAAAAAAAAAAAAAAAAAA")), new("ValidityPeriod", "14400"),
        ]);
        using var response = await http.PostAsync(new Uri($"/2010-04-01/Accounts/{Account}/Messages.json", UriKind.Relative), form, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: ct);
        if (json.RootElement.GetProperty("sid").GetString() is not ['S', 'M', ..]) throw new BenchException("The sink answered without a message.");
    }
}
