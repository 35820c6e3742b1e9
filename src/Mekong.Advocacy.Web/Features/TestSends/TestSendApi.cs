using MediatR;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <param name="Reviewers">Account ids.</param>
public sealed record TestJson(Guid[]? Reviewers, string[]? Languages, string[]? Channels);

public sealed record TestAskedJson(Guid TestId);

/// <summary>Trials over HTTP: the same as the form asks for.</summary>
internal static class TestSendApi
{
    public static void Map(RouteGroupBuilder alerts)
    {
        alerts.MapPost("/{id:guid}/tests", Ask).WithName("sendTest").Produces<TestAskedJson>(202).ProducesProblem(422);
        alerts.MapGet("/{id:guid}/tests", List).WithName("listTests").Produces<IReadOnlyList<Trial>>();
    }

    private static async Task<IResult> Ask(Guid id, TestJson body, IMediator mediator, IStringLocalizer<Words> words, TimeProvider clock, CancellationToken ct)
    {
        var testId = Guid.CreateVersion7(clock.GetUtcNow());
        var answer = await mediator.Send(new SendTest(id, testId, body.Reviewers ?? [], body.Languages ?? [], body.Channels ?? []), ct);
        return answer.Or(words, () => Results.Accepted($"/api/v1/alerts/{id}/tests", new TestAskedJson(testId)));
    }

    private static async Task<IResult> List(Guid id, TrialReads reads, CancellationToken ct) => Results.Ok((await reads.Of(id, ct)).Trials);
}
