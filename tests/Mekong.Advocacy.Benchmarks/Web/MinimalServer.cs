using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Benchmarks.Web;

/// <summary>
/// The references for the web: a slim Kestrel of its own process with two endpoints and nothing else. POST inserts a stream and an
/// event in one round trip; GET reads one row by its key and writes a page of it.
/// </summary>
internal static class MinimalServer
{
    public const string Verb = "minimal-server";

    private const string Tables = """
        create schema bare;
        create table bare.streams (id uuid primary key, type text not null, version int not null);
        create table bare.events (
          position bigint generated always as identity primary key, stream_id uuid not null, version int not null, type text not null,
          data jsonb not null, at timestamptz not null default now(), unique (stream_id, version));
        create table bare.pages (id int primary key, title text not null, body text not null, readers int not null);
        insert into bare.pages select n, 'Alert ' || n, repeat('The amnesty for seasonal workers ends on Friday. ', 50), n * 17 from generate_series(1, 1000) n;
        """;

    public static async Task<(Child Child, Uri Url)> Start(Bench bench, string database, CancellationToken ct)
    {
        var url = new Uri(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{PlatformProcess.FreePort()}"));
        // This program once more, whether it was started by its own name or through dotnet.
        var (program, library) = (Environment.ProcessPath!, typeof(MinimalServer).Assembly.Location);
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [library] : [];
        var child = Child.Start(
            Path.Combine(bench.Scratch, "minimal.log"), program, [.. itself, Verb, url.AbsoluteUri, database], new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" });
        using var http = new HttpClient { BaseAddress = url };
        try
        {
            await Until.Sees("the minimal server answers", TimeSpan.FromSeconds(30), async () =>
            {
                try { return (await http.GetAsync(new Uri("/page/7", UriKind.Relative), ct)).IsSuccessStatusCode; }
                catch (HttpRequestException) { return false; }
            }, ready => ready, ct);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
        return (child, url);
    }

    public static async Task<int> Serve(string url, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        await using var source = new NpgsqlDataSourceBuilder(database)
        {
            ConnectionStringBuilder = { MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, MaxPoolSize = 40 },
        }.Build();
        await using (var tables = source.CreateCommand(Tables)) await tables.ExecuteNonQueryAsync();
        app.MapPost("/fact", (HttpRequest request) => Record(request, source));
        app.MapGet("/page/{id:int}", (int id) => Page(id, source));
        await app.RunAsync();
        return 0;
    }

    private static async Task<IResult> Record(HttpRequest request, NpgsqlDataSource source)
    {
        using var reader = new StreamReader(request.Body);
        var (body, id) = (await reader.ReadToEndAsync(), Guid.CreateVersion7());
        using (var json = JsonDocument.Parse(body)) if (json.RootElement.GetProperty("name").GetString() is null or "") return TypedResults.StatusCode(422);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new("insert into bare.streams (id, type, version) values ($1, 'alert', 1)") { Parameters = { Of(id, NpgsqlDbType.Uuid) } });
        batch.BatchCommands.Add(new("insert into bare.events (stream_id, version, type, data) values ($1, 1, 'drafted', $2)")
        { Parameters = { Of(id, NpgsqlDbType.Uuid), Of(body, NpgsqlDbType.Jsonb) } });
        await batch.ExecuteNonQueryAsync();
        return TypedResults.StatusCode(201);
    }

    private static async Task<IResult> Page(int id, NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select title, body, readers from bare.pages where id = $1");
        command.Parameters.Add(Of(id, NpgsqlDbType.Integer));
        await using var row = await command.ExecuteReaderAsync();
        if (!await row.ReadAsync()) return TypedResults.NotFound();
        var html = $"<!DOCTYPE html><html lang=en><title>{row.GetString(0)}</title><h1>{row.GetString(0)}</h1><p>{row.GetString(1)}</p><p>{row.GetInt32(2)} readers</p></html>";
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }

    private static NpgsqlParameter<T> Of<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };
}
