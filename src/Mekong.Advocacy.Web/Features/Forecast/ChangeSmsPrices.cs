using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>An administrator enters what texts cost and what one alert may cost.</summary>
[Allow(Role.Admin)]
public sealed record ChangeSmsPrices(SmsPriceList Prices) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ChangeSmsPrices, Answer>
    {
        public Task<Answer> Handle(ChangeSmsPrices command, CancellationToken cancellationToken) =>
            decider.Decide(SmsPrices.Fold, SmsPrices.Id, prices => prices.Change(current.AccountId, command.Prices), cancellationToken);
    }

    /// <summary>Reports every fault at once, each at its field.</summary>
    internal sealed class Validator : AbstractValidator<ChangeSmsPrices>
    {
        public Validator() => RuleFor(command => command.Prices).Custom((prices, context) =>
        {
            foreach (var fault in SmsPriceRules.FaultsOf(prices)) context.AddFailure(new ValidationFailure(fault.Field, fault.Code) { CustomState = fault });
        });
    }
}
