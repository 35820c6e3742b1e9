using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Writes the text for one row. Where an earlier hand-over ended without an answer, the provider is asked before anything is sent again.</summary>
internal sealed class SmsHand(
    ISmsTransport transport, AlertTexts texts, IVault vault, Links links, SmsPolicies policies, TimeProvider clock) : IHand
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(4), ClocksDiffer = TimeSpan.FromMinutes(5);

    public string Channel => Domain.Alerts.Channel.Sms;

    public int Connections => transport.Connections;

    public async Task<Prepared> Prepare(Claimed row, CancellationToken ct)
    {
        var message = await texts.Of(row.AlertId, row.Language);
        var number = vault.Open(row.AddressSealed);
        var reader = new Personal(vault.Open(row.NameSealed), row.Organisation ?? "", row.Country, links.OptOutOf(row.Number).AbsoluteUri);
        var sms = new SmsMessage(number, message.SmsFor(reader), links.StatusOf(row.Id), Validity);
        var known = row.State == DeliveryState.Attempted;
        return new Prepared(row.Country, policies.OpensAt(row.Country, clock.GetUtcNow()), stop => known ? Settle(row, sms, stop) : transport.Send(sms, stop), SmsSegments.Count(sms.Body).Parts);
    }

    /// <summary>Looks back to the row's beginning: each look counts as an attempt, so the last attempt says nothing of the hand-over in doubt.
    /// The text carries the reader's own link, so the same body to the same number is the same message.</summary>
    private async Task<Handover> Settle(Claimed row, SmsMessage sms, CancellationToken ct)
    {
        IReadOnlyList<SmsTrace> traces;
        try { traces = await transport.Find(sms.To, row.CreatedAt - ClocksDiffer, ct); }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return new Handover(Fate.Ambiguous, Verdict.NotSettled, e.GetType().Name);
        }
        var found = traces.FirstOrDefault(trace => trace.Body == sms.Body);
        return found is null
            ? await transport.Send(sms, ct)
            : new Handover(Fate.Accepted, "found", $"The provider has it: {found.Status}", found.ProviderId);
    }
}
