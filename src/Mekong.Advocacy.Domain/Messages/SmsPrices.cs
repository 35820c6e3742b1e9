using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>What can happen to the list of prices.</summary>
public abstract record SmsPricesEvent;

public sealed record SmsPricesChanged(Guid ChangedBy, SmsPriceList Prices) : SmsPricesEvent;

/// <summary>The network's one list of what texts cost. Each change stands for ever, with who made it.</summary>
public sealed record SmsPrices(SmsPriceList? Current)
{
    /// <summary>There is one list; its stream has this id.</summary>
    public static readonly Guid Id = new("50505050-0000-4000-8000-000000000001");

    public static readonly Fold<SmsPrices, SmsPricesEvent> Fold = new("sms-prices", new SmsPrices(Current: null), Evolve);

    public Decision<SmsPricesEvent> Change(Guid changedBy, SmsPriceList prices) =>
        SmsPriceRules.FaultsOf(prices).FirstOrDefault() is { } fault ? fault
        : prices.Equals(Current) ? Decision<SmsPricesEvent>.Nothing
        : new SmsPricesChanged(changedBy, prices);

    private static SmsPrices Evolve(SmsPrices was, SmsPricesEvent happened) => happened switch
    {
        SmsPricesChanged e => was with { Current = e.Prices },
        _ => throw new UnreachableException($"SmsPrices gives {happened.GetType().Name} no meaning."),
    };
}
