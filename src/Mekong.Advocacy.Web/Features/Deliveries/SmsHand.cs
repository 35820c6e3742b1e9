using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Writes the text for one row. Where an earlier hand-over ended without an answer, the provider is asked before anything is sent again.</summary>
internal sealed class SmsHand(
    ISmsTransport transport, AlertTexts texts, IVault vault, Links links, SmsPolicies policies, TimeProvider clock) : IHand
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(4), ClocksDiffer = TimeSpan.FromMinutes(5);

    public string Channel => Domain.Alerts.Channel.Sms;

    public int Connections => transport.Connections;

    public IHandLine Open() => new Line(this, transport);

    public Addressed Address(Claimed row) => new(row, vault.Open(row.AddressSealed), row.Country);

    public async Task<Prepared> Prepare(Addressed to, CancellationToken ct)
    {
        var row = to.Row;
        var address = to.Address.Length > 0 ? to.Address : vault.Open(row.AddressSealed); // which throws, once more, what it threw before
        var message = await texts.Of(row.AlertId, row.Language);
        var reader = new Personal(
            vault.Open(row.NameSealed), row.Organisation ?? "", WordsIn.Country(row.Language, row.Country), links.OptOutUrl(row.Number), links.WebViewUrl(row.Id));
        var sms = new SmsMessage(address, message.SmsFor(reader), links.StatusOf(row.Id), Validity);
        return new Text(to, policies.OpensAt(row.Country, clock.GetUtcNow()), SmsSegments.Count(sms.Body).Parts, sms);
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

    private sealed record Text(Addressed To, DateTimeOffset? NotBefore, int? Parts, SmsMessage Sms) : Prepared(To, NotBefore, Parts);

    /// <summary>Requests have no end that could announce the next.</summary>
    private sealed class Line(SmsHand hand, ISmsTransport transport) : IHandLine
    {
        public Task<Handover> Send(Prepared message, Prepared? next, CancellationToken ct) =>
            message.Row.State == DeliveryState.Attempted ? hand.Settle(message.Row, ((Text)message).Sms, ct) : transport.Send(((Text)message).Sms, ct);

        public ValueTask Rest() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
