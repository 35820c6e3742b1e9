using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One thing that was done to a dialogue, a recommendation, a forum or an authority.</summary>
/// <param name="Kind">"dialogue", "recommendation", "forum" or "authority".</param>
/// <param name="What">The event's name, a key of the words in every language.</param>
public sealed record DialogueHistoryRow(long Position, string Kind, Guid AboutId, DateTimeOffset At, string Actor, string What, string? Detail);

/// <summary>Their past, in the order in which it happened.</summary>
internal sealed class DialogueHistory : Projection<DialogueHistoryRow>
{
    public override string Table => "advocacy.dialogue_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) => KindOf(happened.Event) is null ? null : happened.Position.ToString(CultureInfo.InvariantCulture);

    public override DialogueHistoryRow? Apply(DialogueHistoryRow? row, Recorded happened)
    {
        var kind = KindOf(happened.Event)!;
        return new(happened.Position, kind, Guid.Parse(happened.Stream[(kind.Length + 1)..]), happened.At, happened.Metadata.Actor, happened.Event.GetType().Name, DetailOf(happened.Event));
    }

    private static string? KindOf(object happened) => happened switch
    {
        DialogueEvent => "dialogue",
        RecommendationEvent => "recommendation",
        ForumEvent => "forum",
        AuthorityEvent => "authority",
        _ => null,
    };

    private static string? DetailOf(object happened) => happened switch
    {
        DialogueMoved e => e.Reason,
        DialoguePostponed e => e.Reason,
        DialogueCancelled e => e.Reason,
        RecommendationPresented e => Day(e.On),
        RecommendationClosed e => e.Reason,
        ForumMoved e => $"{Day(e.From)} – {Day(e.Until)}, {e.City}: {e.Reason}",
        ForumCancelled e => e.Reason,
        PostTaken e => Day(e.From),
        PostLeft e => Day(e.Until),
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
