using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A page with several small forms: the one that was refused is open again, with what was typed and its faults beside its own fields.</summary>
public abstract class DialoguePage(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock) : WorkspacePage(mediator, words)
{
    public const int LargestForm = 8 * 1024 * 1024;

    public Directory Names { get; } = directory;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Made with the page, so that a form that is sent twice is done once.</summary>
    public Guid NewId => Guid.CreateVersion7(Now);

    public bool Runs => Actor.May([Role.Coordinator]);

    /// <summary>The form that was refused.</summary>
    public string? Tried { get; private set; }

    /// <summary>What was typed into a field of a form that was refused; else what stands there at first.</summary>
    public string? Was(string form, string field, string? otherwise = null) =>
        Tried == form ? string.Join('\n', Request.Form[field].AsEnumerable()) : otherwise;

    public FormFields Fields => new(name => Request.Form[name]);

    protected Task<IActionResult> Do(string form, ICommand command, string then, Func<Task<IActionResult>> again) => Do(form, [], () => command, then, again);

    /// <param name="unread">What could not be understood: nothing is sent then.</param>
    protected async Task<IActionResult> Do(string form, IReadOnlyList<Refusal> unread, Func<ICommand> command, string then, Func<Task<IActionResult>> again)
    {
        Tried = form;
        var refusals = unread.Count > 0 ? unread : (await Mediator.Send(command(), HttpContext.RequestAborted)).Refusals;
        if (refusals.Count == 0) return Redirect(then);
        Faults = [.. refusals.Select(refusal => refusal.Field is null ? refusal : refusal with { Field = $"{form}.{refusal.Field}" })];
        return await again();
    }

    /// <summary>Keeps a paper that came with a form; null where none came.</summary>
    protected async Task<(Guid? FileId, IReadOnlyList<Refusal> Refusals)> Keep(IFormFile? paper)
    {
        if (paper is null || paper.Length == 0) return (null, []);
        using var bytes = new MemoryStream();
        await paper.CopyToAsync(bytes, HttpContext.RequestAborted);
        var id = NewId;
        var answer = await Mediator.Send(new KeepEvidence(id, bytes.ToArray()), HttpContext.RequestAborted);
        return (answer.Refused ? null : id, answer.Refusals);
    }
}
