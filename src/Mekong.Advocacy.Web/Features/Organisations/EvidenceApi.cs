using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Papers over HTTP. They are handed out to be saved, never to be shown in our name.</summary>
internal static class EvidenceApi
{
    public static void Map(RouteGroupBuilder files)
    {
        files.MapPost("", Keep).WithName("keepFile").Accepts<byte[]>("application/octet-stream", "application/pdf", "image/png", "image/jpeg")
            .Produces<CreatedJson>(201).ProducesProblem(413).ProducesProblem(422).WithMetadata(new RequestSizeLimitAttribute(EvidenceFiles.Largest + 1024));
        files.MapGet("/{id:guid}", Read).WithName("readFile").Produces<byte[]>(200, "application/pdf", "image/png", "image/jpeg").ProducesProblem(404);
    }

    private static async Task<IResult> Keep(HttpRequest request, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var answer = await mediator.Send(new KeepEvidence(id, bytes.ToArray()), request.HttpContext.RequestAborted);
        return answer.Or(words, () => Results.Created($"/api/v1/files/{id}", new CreatedJson(id)));
    }

    private static async Task<IResult> Read(Guid id, IMediator mediator, IStringLocalizer<Words> words, HttpResponse response, CancellationToken ct)
    {
        if (await mediator.Send(new ReadEvidence(id), ct) is not { } file) return Problems.Of([FocalPointRefusals.NoSuchFile], words);
        response.Headers.CacheControl = "no-store";
        return Results.File(file.Bytes, file.MediaType, file.Name); // as an attachment; nosniff is on every answer
    }
}
