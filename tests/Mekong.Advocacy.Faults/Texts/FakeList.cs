using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Mekong.Advocacy.Faults;

/// <summary>The fake's list endpoint and its messages as JSON: newest first, in pages, dates as RFC 2822.</summary>
internal static class FakeList
{
    public static Task Answer(HttpContext http, IReadOnlyList<FakeMessage> books, int most, string? nextHost)
    {
        var query = http.Request.Query;
        var to = query["To"].ToString();
        var size = Math.Min(most, int.TryParse(query["PageSize"], CultureInfo.InvariantCulture, out var asked) ? asked : 50);
        var page = int.TryParse(query["Page"], CultureInfo.InvariantCulture, out var number) ? number : 0;
        var all = books.Where(m => m.To == to).OrderByDescending(m => m.CreatedAt).ToList();
        var next = all.Count > (page + 1) * size
            ? $"{nextHost}{http.Request.Path}?To={Uri.EscapeDataString(to)}&PageSize={size}&Page={page + 1}&PageToken=PA{page}"
            : null;
        var messages = all.Skip(page * size).Take(size).Select(Json);
        return Results.Json(new { uri = $"{http.Request.Path}{http.Request.QueryString}", page, page_size = size, next_page_uri = next, messages }).ExecuteAsync(http);
    }

    public static object Json(FakeMessage message) => new
    {
        sid = message.Sid,
        to = message.To,
        body = message.Body,
        status = message.Status,
        error_code = message.Error,
        direction = "outbound-api",
        date_created = message.CreatedAt.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        date_sent = (string?)null,
    };
}
