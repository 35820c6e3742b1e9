using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>A slip of the pen that was put right beside the text.</summary>
public sealed record Correction(string Language, string Found, string Correct, string? Note, DateTimeOffset At);

/// <summary>Something that happened to a statement and that the public may know; the word is the key of a sentence.</summary>
public sealed record PublicMoment(DateTimeOffset At, string Word, string? Detail = null);

/// <summary>A statement as the public may know it, read from its stream.</summary>
/// <param name="Texts">Of the version that is signed now, as far as a second person answers for them; in the order of the pages.</param>
/// <param name="Earlier">The same of the versions before, the latest first.</param>
/// <param name="PublishedAt">When the public could first know of it.</param>
/// <param name="UpdatedAt">When something last changed that a reader cares for; a sign-on is none of it.</param>
public sealed record PublicStatement(
    StatementRow Row, Statement State, IReadOnlyList<FrozenText> Texts, IReadOnlyList<FrozenText> Earlier, IReadOnlyList<Correction> Corrections,
    IReadOnlyList<PublicMoment> Moments, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt)
{
    public static PublicStatement Of(StatementRow row, IReadOnlyList<Recorded> past)
    {
        var (state, earlier) = (Statement.Fold.Initial, new List<FrozenText>());
        foreach (var happened in past)
        {
            if (happened.Event is StatementRevised) earlier.InsertRange(0, Answered(state));
            state = Statement.Fold.Evolve(state, (StatementEvent)happened.Event);
        }
        var moments = past.Select(happened => PublicMoments.Of(happened)).OfType<PublicMoment>().ToList();
        var published = Later(row.OpenedAt!.Value, row.EmbargoUntil);
        return new(
            row, state, [.. Answered(state)], earlier,
            [.. past.Where(happened => happened.Event is CorrigendumIssued).Select(happened => Correction((CorrigendumIssued)happened.Event, happened.At))],
            moments, published, Later(published, moments.Max(moment => (DateTimeOffset?)moment.At)));
    }

    /// <summary>In the reader's language, else in English, else one that is signed, else any.</summary>
    public FrozenText For(string language) =>
        In(language) ?? In(Language.English) ?? Texts.FirstOrDefault(text => text.Text.Role == TextRole.Authentic) ?? Texts[0];

    public FrozenText? In(string language) => Texts.FirstOrDefault(text => text.Text.Language == language);

    private static IEnumerable<FrozenText> Answered(Statement state) => Language.All
        .Select(code => state.Texts.Find(text => text.Text.Language == code)).OfType<FrozenText>().Where(text => text.ApprovedBy is not null);

    private static Correction Correction(CorrigendumIssued e, DateTimeOffset at) => new(e.Language, e.Found, e.Correct, e.Note, at);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}

/// <summary>What of a statement's past is told to everybody, and in which words.</summary>
internal static class PublicMoments
{
    public static PublicMoment? Of(Recorded happened) => happened.Event switch
    {
        StatementOpened e => new(e.At, "public.moment.opened"),
        StatementDeadlineMoved e => new(happened.At, "public.moment.deadline-moved", e.Reason),
        StatementSuspended e => new(happened.At, "public.moment.suspended", e.Reason),
        StatementReopened => new(happened.At, "public.moment.reopened"),
        CorrigendumIssued => new(happened.At, "public.moment.corrected"),
        StatementRevised => new(happened.At, "public.moment.revised"),
        CourtesyTextAdded => new(happened.At, "public.moment.translated"),
        StatementClosed e => new(e.At, "public.moment.closed"),
        TransmissionRecorded { Arrived: true } e => new(e.At, "public.moment.delivered"),
        ReplyReceived e => new(e.At, "public.moment.answered", e.Summary),
        OutcomeRecorded e => new(happened.At, "public.moment.outcome", e.Summary),
        StatementSuperseded => new(happened.At, "public.moment.superseded"),
        _ => null,
    };
}
