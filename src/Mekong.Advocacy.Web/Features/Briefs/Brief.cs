using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Tracker;

namespace Mekong.Advocacy.Web.Features.Briefs;

public enum BriefKind { Authority, Forum }

/// <summary>What whoever goes to an authority or a forum should have in hand: what is asked, what was promised, what changed since last time.</summary>
/// <param name="Since">When it was talked about last; changes are told from there.</param>
public sealed record Brief(
    IReadOnlyList<Wording> Names, string? Place, DateOnly? Day, IReadOnlyList<PublicRecommendation> Open, IReadOnlyList<PublicCommitment> Promises,
    IReadOnlyList<(PublicCommitment Promise, StatusChange Change)> Changes, DateTimeOffset Since, DateTimeOffset Made);

internal static class BriefRefusals
{
    public static readonly Refusal NobodyChosen = new("brief.nobody-chosen", "organisations"), NoSuchSubject = new("brief.no-such-subject");
}
