using MediatR;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>A cell that could not be used.</summary>
public sealed record LineFaultJson(int Line, string Code, string? Field, string Sentence);

public sealed record ImportJson(int Lines, int Imported, int Updated, int Unchanged, int Refused, IReadOnlyList<LineFaultJson> Faults);

/// <summary>Subscribers over HTTP.</summary>
internal static class SubscriberApi
{
    private const long Largest = 20 * 1024 * 1024;

    public static void Map(RouteGroupBuilder subscribers) =>
        subscribers.MapPost("/import", Import).WithName("importSubscribers").Accepts<string>("text/csv").Produces<ImportJson>()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest));

    private static async Task<IResult> Import(HttpRequest request, IMediator mediator, IStringLocalizer<Words> words, bool dryRun = false)
    {
        using var csv = new MemoryStream();
        await request.Body.CopyToAsync(csv, request.HttpContext.RequestAborted);
        csv.Position = 0;
        var report = await mediator.Send(new ImportSubscribers(csv, dryRun), request.HttpContext.RequestAborted);
        return Results.Ok(new ImportJson(report.Lines, report.Imported, report.Updated, report.Unchanged, report.Refused,
            [.. report.Faults.Select(fault => new LineFaultJson(fault.Line, fault.Refusal.Code, fault.Refusal.Field, words.Sentence(fault.Refusal)))]));
    }
}
