using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Finds the day on which a step is due: by the forum as it stands now, and by the working days of its country.</summary>
internal sealed class DueDays(Decider decider, Holidays calendars)
{
    public async Task<(DateOnly? Day, Refusal? Refusal)> Of(FollowUpContent content, CancellationToken ct)
    {
        if (FollowUpRules.FaultsOf(content).FirstOrDefault() is { } fault) return (null, fault);
        if (content.Due.ForumId is not { } id) return (content.Due.On(null, calendars.CalendarOf(content.Country)), null);
        var (forum, version) = await decider.Load(Forum.Fold, id, ct);
        return version == 0 ? (null, FollowUpRefusals.NoSuchForum) : (content.Due.On(forum, calendars.CalendarOf(content.Country)), null);
    }
}
