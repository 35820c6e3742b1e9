using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Meetings of governments and of the region, before which things are due.</summary>
public sealed class ForumsModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock) : DialoguePage(mediator, words, directory, clock)
{
    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostPlanAsync(Guid id, string? city, string? zone, string? from, string? until)
    {
        var (plan, faults) = new ForumJson(id, Fields.Wordings("names"), Fields.Country, city, zone, from, until).Read(Now);
        return Do("plan", faults, () => new PlanForum(id, plan), $"/workspace/forums/{id}", Show);
    }

    private async Task<IActionResult> Show()
    {
        await Names.Load(HttpContext.RequestAborted);
        return Page();
    }
}
