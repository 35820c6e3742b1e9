using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Says what an alert's texts will cost, counted on the messages as they would leave: template, merge fields, opt-out link.</summary>
public sealed class AlertForecast(
    FrozenAudience audience, AlertFrames frames, MessageTemplates templates, Links links, IVault vault, SmsPriceBook prices)
{
    /// <summary>The ledger numbers a delivery when it is made; so many digits last for years.</summary>
    private const long SomeDelivery = 9_999_999;

    public async Task<SmsForecast> Of(Guid alertId, AlertContent content, CancellationToken ct) => await Of(content, await frames.Of(alertId, ct), ct);

    /// <param name="edited">Template files that were changed on a page.</param>
    internal async Task<SmsForecast> Of(AlertContent content, IReadOnlyDictionary<string, string> edited, CancellationToken ct)
    {
        var list = await prices.Current(ct);
        if (!content.Audience.Channels.Contains(Channel.Sms)) return new([], [], list.Prices);
        var cells = await Measure(content, ct);
        var messages = cells.Select(cell => cell.Cell.Language).Distinct().ToDictionary(code => code, code => templates.Alert(content.Texts[code], code, edited));
        return new SmsForecast(
            [.. cells.Select(cell => Row(cell, messages[cell.Cell.Language], list.Prices))],
            [.. messages.Keys.SelectMany(code => Offers(code, content.Texts[code], edited, [.. cells.Where(cell => cell.Cell.Language == code)]))],
            list.Prices);
    }

    /// <summary>Names are opened only where a text asks for them, and only the longest are kept.</summary>
    private async Task<IReadOnlyList<MeasuredCell>> Measure(AlertContent content, CancellationToken ct)
    {
        var cells = (await audience.SmsCells(content, ct))
            .ToDictionary(cell => (cell.Language, cell.Country), cell => new MeasuredCell(cell, links.OptOutOf(cell.HighestNumber).AbsoluteUri, links.WebViewOf(SomeDelivery).AbsoluteUri));
        var naming = cells.Keys.Select(key => key.Language).Distinct()
            .Where(code => AlertMessage.WithMarks(content.Texts[code].Sms).Contains(AlertMessage.Mark("name"), StringComparison.Ordinal)).ToHashSet();
        if (naming.Count == 0) return [.. cells.Values];
        await foreach (var name in audience.SmsNames(content, ct))
            if (naming.Contains(name.Language) && cells.TryGetValue((name.Language, name.Country), out var cell)) cell.Add(vault.Open(name.NameSealed));
        return [.. cells.Values];
    }

    private static ForecastRow Row(MeasuredCell measured, AlertMessage message, SmsPriceList list)
    {
        var (cell, (text, count)) = (measured.Cell, measured.Longest(message));
        return new ForecastRow(cell.Language, cell.Country, count.Encoding, new StringInfo(text).LengthInTextElements, count.Units, count.Parts,
            cell.Recipients, list.PerPart.TryGetValue(cell.Country, out var price) ? price : null,
            count.Encoding == SmsEncoding.Ucs2 && measured.Unfilled(message) == SmsEncoding.Gsm7);
    }

    /// <summary>Only what makes a difference is offered.</summary>
    private IEnumerable<FoldOffer> Offers(string language, AlertText text, IReadOnlyDictionary<string, string> edited, IReadOnlyList<MeasuredCell> cells)
    {
        if (SmsSegments.Forcing(text.Sms).Count == 0) yield break;
        var before = Parts(text);
        foreach (var kind in SmsFolds.For(language))
        {
            var folded = SmsFolds.Fold(text.Sms, kind);
            if (folded != text.Sms && Parts(text with { Sms = folded }) is var after && after < before) yield return new(language, kind, text.Sms, before, after);
        }

        long Parts(AlertText of)
        {
            var message = templates.Alert(of, language, edited);
            return cells.Sum(cell => cell.Longest(message).Count.Parts * cell.Cell.Recipients);
        }
    }
}
