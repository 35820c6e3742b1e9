using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One language's part of the page on which an alert is written.</summary>
public sealed record TextPart(WriteModel Page, string Code)
{
    public TextForm Typed => Page.Form.Texts[Code];

    public TextNow Now => Page.Now(Code);

    /// <summary>What somebody else has written meanwhile; null: nobody has.</summary>
    public AlertText? Theirs => Page.Theirs.GetValueOrDefault(Code);

    /// <summary>The source text as it was when this one was written or reviewed, and as it is.</summary>
    public (AlertText Then, AlertText Now)? SourceChange =>
        Now is { State: TextState.Outdated, Standing: { Against: { } then } standing } && Page.SourceNow is { Standing: { } source } && standing.AgainstLanguage == source.AgainstLanguage
            ? (then, source.Text)
            : null;

    public IReadOnlyList<(string Field, string Word, string Typed, string? Theirs)> Fields =>
    [
        ("subject", "compose.subject", Typed.Subject, Other(Typed.Subject, Theirs?.Subject)),
        ("body", "compose.body", Typed.Body, Other(Typed.Body, Theirs?.Body)),
        ("sms", "compose.sms", Typed.Sms, Other(Typed.Sms, Theirs?.Sms)),
    ];

    private static string? Other(string typed, string? theirs) => theirs is null || theirs == typed.ReplaceLineEndings("\n") ? null : theirs;
}
