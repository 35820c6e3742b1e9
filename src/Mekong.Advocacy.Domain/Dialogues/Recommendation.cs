using System.Collections.Immutable;
using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<RecommendationEvent>;

public enum RecommendationStage { Unwritten, Made, Presented, Closed }

/// <summary>What is asked, of whom, and on what it rests.</summary>
/// <param name="Titles">The ask in a line.</param>
/// <param name="Texts">The ask in full.</param>
/// <param name="PostId">The office it is addressed to; null: the authority as such.</param>
public sealed record RecommendationContent(ValueList<Wording> Titles, ValueList<Wording> Texts, Guid AuthorityId, Guid? PostId, ValueList<Reference> Evidence)
{
    public RecommendationContent Tidy() => this with { Titles = Titles.Tidy(), Texts = Texts.Tidy() };

    public IEnumerable<Refusal> Faults()
    {
        foreach (var fault in DialogueRules.NameFaults(Titles, "titles")) yield return fault;
        foreach (var fault in DialogueRules.TextFaults(Texts, "texts", DialogueRules.LongestQuote)) yield return fault;
        if (AuthorityId == Guid.Empty) yield return NoSuchAuthority;
        foreach (var fault in DialogueRules.ReferenceFaults(Evidence, "evidence")) yield return fault;
    }
}

/// <summary>One ask, which is repeated across years and forums as one thread.</summary>
public sealed record Recommendation(RecommendationStage Stage, int Number, RecommendationContent? Content, ImmutableList<RecommendationPresented> Presentations)
{
    public static readonly Fold<Recommendation, RecommendationEvent> Fold =
        new("recommendation", new Recommendation(RecommendationStage.Unwritten, 0, null, []), Evolve);

    public Decision Make(int number, RecommendationContent content)
    {
        var tidy = content.Tidy();
        return Stage switch
        {
            RecommendationStage.Unwritten when tidy.Faults().FirstOrDefault() is { } fault => fault,
            RecommendationStage.Unwritten => new RecommendationMade(number, tidy),
            RecommendationStage.Made when tidy.Equals(Content) => Decision.Nothing,
            _ => IdIsTaken,
        };
    }

    /// <summary>Words that were presented stand; what may come to them is a further language and further evidence.</summary>
    public Decision Edit(RecommendationContent content)
    {
        var tidy = content.Tidy();
        return Stage switch
        {
            RecommendationStage.Unwritten => NoSuchRecommendation,
            RecommendationStage.Closed => RecommendationIsClosed,
            _ when tidy.Faults().FirstOrDefault() is { } fault => fault,
            _ when tidy.Equals(Content) => Decision.Nothing,
            RecommendationStage.Presented when !Keeps(tidy) => WordsWerePresented,
            _ => new RecommendationEdited(tidy),
        };
    }

    public Decision Present(RecommendationPresented presented) => Stage switch
    {
        RecommendationStage.Unwritten => NoSuchRecommendation,
        _ when Presentations.Exists(one => one.PresentationId == presented.PresentationId || one == presented with { PresentationId = one.PresentationId }) => Decision.Nothing,
        RecommendationStage.Closed => RecommendationIsClosed,
        _ when presented is { DialogueId: null, ForumId: null } => PresentedNowhere,
        _ => presented,
    };

    public Decision Close(string reason) => Stage switch
    {
        RecommendationStage.Unwritten => NoSuchRecommendation,
        RecommendationStage.Closed => Decision.Nothing,
        _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
        _ => new RecommendationClosed(reason.Trim()),
    };

    private bool Keeps(RecommendationContent next) => Content!.Titles.All(next.Titles.Contains) && Content.Texts.All(next.Texts.Contains)
        && (Content.AuthorityId, Content.PostId) == (next.AuthorityId, next.PostId);

    private static Recommendation Evolve(Recommendation was, RecommendationEvent happened) => happened switch
    {
        RecommendationMade e => was with { Stage = RecommendationStage.Made, Number = e.Number, Content = e.Content },
        RecommendationEdited e => was with { Content = e.Content },
        RecommendationPresented e => was with { Stage = RecommendationStage.Presented, Presentations = was.Presentations.Add(e) },
        RecommendationClosed => was with { Stage = RecommendationStage.Closed },
        _ => throw new UnreachableException($"Recommendation gives {happened.GetType().Name} no meaning."),
    };
}
