using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Writes the e-mail for one row. The same row always gives the same message, so a second copy can be recognised.</summary>
internal sealed class EmailHand(IEmailTransport transport, AlertTexts texts, IVault vault, Links links, AdvocacySettings settings) : IHand
{
    private readonly Letterheads heads = new(settings);

    public string Channel => Domain.Alerts.Channel.Email;

    public int Connections => transport.Connections;

    public IHandLine Open() => new Line(transport.Open());

    public Addressed Address(Claimed row)
    {
        var address = vault.Open(row.AddressSealed);
        return new Addressed(row, address, address[(address.LastIndexOf('@') + 1)..]);
    }

    public async Task<Prepared> Prepare(Addressed to, CancellationToken ct)
    {
        var address = to.Address.Length > 0 ? to.Address : vault.Open(to.Row.AddressSealed); // which throws, once more, what it threw before
        return new Letter(to, Write(to.Row, await texts.Of(to.Row.AlertId, to.Row.Language), address));
    }

    private EmailMessage Write(Claimed row, AlertMessage message, string address)
    {
        var head = heads.Of(message, row.AlertId);
        var optOut = links.OptOutUrl(row.Number);
        var reader = new Personal(vault.Open(row.NameSealed), row.Organisation ?? "", WordsIn.Country(row.Language, row.Country), optOut, links.WebViewUrl(row.Id));
        var id = row.Id.ToString(CultureInfo.InvariantCulture) + head.Campaign;
        return new EmailMessage(
            MessageId: id + heads.AtHost,
            EnvelopeFrom: $"bounce+{links.Token(Links.Return, row.Id)}{heads.AtHost}",
            From: heads.From,
            To: new Mailbox(address, reader.Name.Length == 0 ? null : reader.Name),
            Subject: message.SubjectFor(reader),
            Text: message.MergedPlain(reader),
            Html: message.MergedHtml(reader),
            Language: row.Language,
            Date: row.CreatedAt,
            Headers: head.HeadersFor(optOut),
            EnvelopeId: id);
    }

    private sealed record Letter(Addressed To, EmailMessage Email) : Prepared(To, NotBefore: null, Parts: null);

    private sealed class Line(IEmailLine line) : IHandLine
    {
        public Task<Handover> Send(Prepared message, Prepared? next, CancellationToken ct) => line.Send(((Letter)message).Email, ((Letter?)next)?.Email, ct);

        public ValueTask Rest() => line.Rest();

        public ValueTask DisposeAsync() => line.DisposeAsync();
    }
}
