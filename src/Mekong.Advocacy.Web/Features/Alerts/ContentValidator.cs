using FluentValidation;
using FluentValidation.Results;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Reports every fault of an alert's content at once, each at its field; the domain alone says what a fault is.</summary>
internal abstract class ContentValidator<TCommand> : AbstractValidator<TCommand>
{
    protected ContentValidator(Func<TCommand, IEnumerable<Refusal>> faults) => RuleFor(command => command).Custom((command, context) =>
    {
        foreach (var fault in faults(command))
            context.AddFailure(new ValidationFailure(fault.Field, fault.Code) { CustomState = fault });
    });
}
