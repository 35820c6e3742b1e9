using Mekong.Advocacy.Domain.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>One refusal as the API tells it: the stable code, the field, and the sentence in the caller's language.</summary>
public sealed record RefusalJson(string Code, string? Field, string Sentence, string? Detail);

/// <summary>Answers as HTTP: RFC 9457 problems that carry each refusal's code and its sentence.</summary>
public static class Problems
{
    public static IResult Or(this Answer answer, IStringLocalizer<Words> words, Func<IResult> done) =>
        answer.Refused ? Of(answer.Refusals, words) : done();

    public static IResult Of(IReadOnlyList<Refusal> refusals, IStringLocalizer<Words> words)
    {
        var first = refusals[0];
        return Results.Problem(
            type: $"urn:mekong-advocacy:refusal:{first.Code}",
            title: words.Sentence(first),
            statusCode: StatusOf(first),
            extensions: new Dictionary<string, object?>
            {
                ["code"] = first.Code,
                ["errors"] = refusals.Select(refusal => new RefusalJson(refusal.Code, refusal.Field, words.Sentence(refusal), refusal.Detail)).ToArray(),
            });
    }

    /// <summary>The refusal's sentence, with what it quotes in place.</summary>
    public static string Sentence(this IStringLocalizer<Words> words, Refusal refusal) => words[refusal.Code, refusal.Detail ?? ""];

    /// <summary>The command is well formed, but not at this stage; what "has moved" since it was read belongs to them.</summary>
    private static readonly HashSet<string> Conflicts =
    [
        "alert.already-leaving",
        "alert.already-over",
        "alert.already-written",
        "alert.approval-not-requested",
        "alert.not-approved",
        "alert.not-begun",
        "alert.not-over",
        "alert.not-paused",
        "alert.not-sending",
        "alert.still-leaving",
        "alert.text-was-changed",
        "command.busy-just-now",
        "follow-up.already-written",
        "follow-up.is-closed",
        "commitment.review-is-pending",
        "commitment.status-is-that",
        "commitment.words-stand",
        "dialogue.id-is-taken",
        "dialogue.is-over",
        "dialogue.not-begun-yet",
        "dialogue.not-held",
        "dialogue.not-minuted",
        "dialogue.promises-are-public",
        "forum.is-cancelled",
        "recommendation.is-closed",
        "recommendation.words-were-presented",
        "sign-on.already-signed",
        "sign-on.holds-are-open",
        "sign-on.is-held",
        "sign-on.not-held",
        "sign-on.not-pending",
        "sign-on.was-invalidated",
        "statement.already-over",
        "statement.already-written",
        "statement.closes-at-its-hour",
        "statement.deadline-has-passed",
        "statement.is-suspended",
        "statement.mail-is-under-way",
        "statement.not-approved",
        "statement.not-closed",
        "statement.not-open",
        "statement.not-suspended",
        "statement.not-yet-open",
        "statement.text-is-frozen",
        "statement.text-not-frozen",
        "organisation.already-registered",
        "organisation.already-verified",
        "organisation.id-is-taken",
        "organisation.is-member",
        "organisation.is-not-active",
        "organisation.mandate-is-fixed",
        "organisation.not-verified",
        "organisation.perhaps-registered",
        "organisation.was-refused",
    ];

    /// <summary>403: not by you; 404: no such thing; 409: not in this state; 422: not with these contents.</summary>
    private static int StatusOf(Refusal refusal) => refusal.Code switch
    {
        "account.not-allowed" or "alert.author-may-not-approve" or "statement.author-may-not-approve" or "sign-on.no-mandate" or "commitment.review-needs-another"
            or "commitment.not-your-member" or "follow-up.not-yours" => StatusCodes.Status403Forbidden,
        _ when refusal.Code.Contains(".no-such-", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when Conflicts.Contains(refusal.Code) || refusal.Code.EndsWith("-has-moved", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
