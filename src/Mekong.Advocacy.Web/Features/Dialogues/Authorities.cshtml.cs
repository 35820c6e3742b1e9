using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Ministries, departments and inter-governmental bodies, with their posts.</summary>
public sealed class AuthoritiesModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock) : DialoguePage(mediator, words, directory, clock)
{
    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostEnterAsync(Guid id) =>
        Do("enter", new EnterAuthority(id, Typed.Wordings(Fields.Wordings("names")), Fields.Country), $"/workspace/authorities/{id}", Show);

    private async Task<IActionResult> Show()
    {
        await Names.Load(HttpContext.RequestAborted);
        return Page();
    }
}
