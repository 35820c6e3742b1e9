using MediatR;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>What texts cost by country and what one alert may cost: administrators change it, everybody may read it.</summary>
public sealed class PricesModel(IMediator mediator, IStringLocalizer<Words> words, SmsPriceBook book, AccountNames names) : WorkspacePage(mediator, words)
{
    [BindProperty] public PriceForm Form { get; set; } = new();

    public PricesInForce Now { get; private set; } = null!;

    public SmsPriceFile Start => book.Start;

    public IReadOnlyList<string> Countries { get; private set; } = [];

    public IReadOnlyList<(SmsPricesRow Row, string Who)> History { get; private set; } = [];

    public bool MayChange => Actor.May([Role.Admin]);

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Form = PriceForm.From(Now.Prices);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "")] PriceForm form)
    {
        Form = form;
        var (list, faults) = form.Read();
        if (faults.Count == 0) return await Send(new ChangeSmsPrices(list), "/workspace/operations/prices", Again);
        Faults = faults;
        return await Again();
    }

    private async Task<IActionResult> Again()
    {
        await Load();
        return Page();
    }

    /// <summary>The six countries, those with a price, and those into which there are numbers.</summary>
    private async Task Load()
    {
        var ct = HttpContext.RequestAborted;
        Now = await book.Current(ct);
        Countries = [.. Country.All.Concat(Now.Prices.PerPart.Keys.Concat(await book.Countries(ct)).Order(StringComparer.Ordinal)).Distinct()];
        var history = new List<(SmsPricesRow, string)>();
        foreach (var row in await book.History(ct)) history.Add((row, await names.Of(row.ChangedBy)));
        History = history;
    }
}
