using System.Globalization;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <param name="Key">Of the subject, as the form of a new step takes it.</param>
public sealed record FollowUpsAbout(string Key, IReadOnlyList<Card> Cards, bool MayAdd);

/// <summary>The next steps that follow from a dialogue, a recommendation or a commitment, on its own page.</summary>
public sealed class FollowUpsAboutViewComponent(FollowUpReads reads, FollowUpOwners owners, TimeProvider clock) : ViewComponent
{
    private const int Most = 100;

    public async Task<IViewComponentResult> InvokeAsync(SubjectKind kind, Guid id)
    {
        var (cards, now, ct) = (new List<Card>(), clock.GetUtcNow(), HttpContext.RequestAborted);
        foreach (var row in await reads.List(new(About: id), Most, ct))
            cards.Add(new(row, await owners.NameOf(new(row.OwnerKind, row.OwnerId), CultureInfo.CurrentUICulture.Name, ct), CountryDays.DayAt(now, row.Country), []));
        return View("/Features/FollowUps/_About.cshtml", new FollowUpsAbout(FollowUpForm.Key(kind, id), cards, Actor.From(UserClaimsPrincipal).May([Role.Coordinator])));
    }
}
