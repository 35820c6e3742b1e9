using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Reads what came over HTTP, sends its command, and answers 201, 204 or the problem.</summary>
internal sealed class DialogueSending(IMediator mediator, IStringLocalizer<Words> words, IHttpContextAccessor http, TimeProvider clock)
{
    public DateTimeOffset At => clock.GetUtcNow();

    public Guid NewId => Guid.CreateVersion7(At);

    public Task<IResult> Now(ICommand command) => Send(command, Results.NoContent);

    /// <summary>What is made of the body while it is read; what cannot be read is refused at its field.</summary>
    public Task<IResult> Read(Func<Typed, ICommand> make)
    {
        var typed = new Typed(At);
        var command = make(typed);
        return typed.Faults.Count > 0 ? Task.FromResult(Problems.Of(typed.Faults, words)) : Now(command);
    }

    /// <summary>A list whose filters can be read.</summary>
    public async Task<IResult> List<T>(Func<Typed, Task<T>> list)
    {
        var typed = new Typed(At);
        var rows = await list(typed);
        return typed.Faults.Count > 0 ? Problems.Of(typed.Faults, words) : Results.Ok(rows);
    }

    /// <param name="room">The end of the path under which it is read.</param>
    public Task<IResult> Created<T>((T Content, IReadOnlyList<Refusal> Faults) read, Func<T, ICommand> command, string room, Guid id) => read.Faults.Count > 0
        ? Task.FromResult(Problems.Of(read.Faults, words))
        : Send(command(read.Content), () => Results.Created($"/api/v1/{room}/{id}", new CreatedJson(id)));

    public Task<IResult> Changed<T>((T Content, IReadOnlyList<Refusal> Faults) read, Func<T, ICommand> command) =>
        read.Faults.Count > 0 ? Task.FromResult(Problems.Of(read.Faults, words)) : Now(command(read.Content));

    public async Task<IResult> Send(ICommand command, Func<IResult> done) => (await mediator.Send(command, http.HttpContext!.RequestAborted)).Or(words, done);
}

/// <summary>What every command of these endpoints answers.</summary>
internal static class DialogueAnswers
{
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
}
