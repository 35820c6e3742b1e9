using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>A page binds, sends and redirects; a refusal is shown at its field and everything typed is kept.</summary>
public abstract class WorkspacePage(IMediator mediator, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<Refusal> Faults { get; protected set; } = [];

    protected IStringLocalizer<Words> Words { get; } = words;

    protected IMediator Mediator { get; } = mediator;

    public Actor Actor => Actor.From(User);

    /// <summary>The sentence to stand at a field; null when the field is fine.</summary>
    public string? FaultAt(string field) => Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? Words.Sentence(fault) : null;

    protected async Task<IActionResult> Send(ICommand command, string then, Func<Task<IActionResult>> again)
    {
        Faults = (await Mediator.Send(command, HttpContext.RequestAborted)).Refusals;
        return Faults.Count == 0 ? Redirect(then) : await again();
    }
}
