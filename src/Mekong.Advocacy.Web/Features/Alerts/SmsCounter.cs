using Mekong.Advocacy.Domain.Messages;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What a text message costs as it is typed: alphabet, units, parts. It is a question; nothing is changed by it.</summary>
internal static class SmsCounter
{
    public static string Count(string? typed, IStringLocalizer<Words> words)
    {
        var text = new AlertTextJson(null, null, typed).ToText().Sms.Replace("\u200B", "", StringComparison.Ordinal); // as it would leave
        if (text.Length == 0) return "";
        var count = SmsSegments.Count(text);
        return words["sms.count", count.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", count.Units, count.Parts];
    }

    public static void Map(WebApplication app) =>
        app.MapPost("/workspace/alerts/sms-count", Answer).DisableAntiforgery().ExcludeFromDescription();

    /// <summary>htmx sends the one field under the name that it has on the page.</summary>
    private static async Task<IResult> Answer(HttpRequest request, IStringLocalizer<Words> words)
    {
        if (!request.HasFormContentType) return Results.BadRequest();
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var typed = form.FirstOrDefault(field => field.Key.EndsWith("Sms", StringComparison.OrdinalIgnoreCase)).Value;
        return Results.Text(Count(typed, words), "text/plain; charset=utf-8");
    }
}
