using System.Diagnostics;
using System.Reflection;
using FluentValidation;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>One span per command, with its name and the codes of a refusal; never its contents.</summary>
internal sealed class Tracing<TCommand, TAnswer> : IPipelineBehavior<TCommand, TAnswer>
    where TCommand : notnull
{
    public async Task<TAnswer> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        using var span = Tracing.Source.StartActivity(typeof(TCommand).Name);
        var answer = await next();
        if (answer is Answer { Refused: true } refused) span?.SetTag("refusals", string.Join(' ', refused.Refusals.Select(r => r.Code)));
        return answer;
    }
}

internal static class Tracing
{
    public static readonly ActivitySource Source = new("Mekong.Advocacy");
}

/// <summary>Refuses a command whose sender lacks the role it asks for; what asks for none belongs to the platform.</summary>
internal sealed class Authorisation<TCommand, TAnswer>(CurrentActor current) : IPipelineBehavior<TCommand, TAnswer>
    where TCommand : notnull
{
    public static readonly Refusal NotAllowed = new("account.not-allowed");
    private static readonly AllowAttribute? Allow = typeof(TCommand).GetCustomAttribute<AllowAttribute>();

    public Task<TAnswer> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (current.Actor.IsPlatform || Allow is { Public: true } || Allow is not null && current.Actor.May(Allow.Roles)) return next();
        return (Answer)NotAllowed is TAnswer refused ? Task.FromResult(refused) : throw new UnauthorizedAccessException(typeof(TCommand).Name);
    }
}

/// <summary>Collects what the command's validators object to, each at its field, before anything is read.</summary>
internal sealed class Validation<TCommand, TAnswer>(IEnumerable<IValidator<TCommand>> validators) : IPipelineBehavior<TCommand, TAnswer>
    where TCommand : notnull
{
    public Task<TAnswer> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var faults = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        if (faults.Count == 0) return next();
        var answer = new Answer([.. faults.Select(fault => fault.CustomState as Refusal ?? new Refusal(fault.ErrorCode, fault.PropertyName))]);
        return answer is TAnswer refused ? Task.FromResult(refused) : throw new ValidationException(faults);
    }
}

/// <summary>Reads and decides again when somebody else wrote to the stream meanwhile; after four times it reports the conflict.</summary>
internal sealed class RetryOnConflict<TCommand, TAnswer> : IPipelineBehavior<TCommand, TAnswer>
    where TCommand : notnull
{
    private const int Tries = 4;

    public async Task<TAnswer> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { return await next(); }
            catch (StreamHasMovedException) when (attempt < Tries) { cancellationToken.ThrowIfCancellationRequested(); }
            catch (StreamHasMovedException) when ((Answer)Busy.JustNow is TAnswer busy) { return busy; }
        }
    }
}

internal static class Busy
{
    public static readonly Refusal JustNow = new("command.busy-just-now");
}
