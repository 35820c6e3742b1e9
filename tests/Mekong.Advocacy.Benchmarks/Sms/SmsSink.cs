using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Sms;

/// <summary>Answers on a local port as Twilio's CreateMessage does, at once and always yes, and times the texts it took.</summary>
internal sealed class SmsSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private long count, first, last;

    private SmsSink(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public long Count => Interlocked.Read(ref count);

    /// <summary>Texts per second from the first to the last since the last <see cref="Begin"/>.</summary>
    public double Rate => (Count - 1) / Stopwatch.GetElapsedTime(Interlocked.Read(ref first), Interlocked.Read(ref last)).TotalSeconds;

    public static async Task<SmsSink> Start(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new SmsSink(builder.Build());
        sink.app.Run(sink.Answer);
        await sink.app.StartAsync(ct);
        return sink;
    }

    public void Begin() => (count, first, last) = (0, 0, 0);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        while (await context.Request.BodyReader.ReadAsync(context.RequestAborted) is var read)
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) break;
        }
        Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0);
        var answer = Encoding.ASCII.GetBytes(Json(Interlocked.Increment(ref count)));
        Interlocked.Exchange(ref last, Stopwatch.GetTimestamp());
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength) = (StatusCodes.Status201Created, "application/json;charset=utf-8", answer.Length);
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static string Json(long number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"account_sid":"AC00000000000000000000000000000000","api_version":"2010-04-01","body":"","date_created":"Mon, 23 Nov 2026 01:05:09 +0000","date_sent":null,"date_updated":"Mon, 23 Nov 2026 01:05:09 +0000","direction":"outbound-api","error_code":null,"error_message":null,"from":null,"messaging_service_sid":"MG00000000000000000000000000000000","num_media":"0","num_segments":"1","price":null,"price_unit":null,"sid":"SM{{number:x32}}","status":"accepted","subresource_uris":{"media":"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM{{number:x32}}/Media.json"},"to":"+85500000000","uri":"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM{{number:x32}}.json"}
        """);
}
