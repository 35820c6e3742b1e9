using System.Net.Mail;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Writes the e-mail for one row. The same row always gives the same message, so a second copy can be recognised.</summary>
internal sealed class EmailHand(IEmailTransport transport, AlertTexts texts, IVault vault, Links links, AdvocacySettings settings) : IHand
{
    private readonly MailAddress from = new(settings.Email.From);

    public string Channel => Domain.Alerts.Channel.Email;

    public int Connections => transport.Connections;

    public async Task<Prepared> Prepare(Claimed row, CancellationToken ct)
    {
        var message = await texts.Of(row.AlertId, row.Language);
        var address = vault.Open(row.AddressSealed);
        var optOut = links.OptOutOf(row.Number);
        var reader = new Personal(vault.Open(row.NameSealed), row.Organisation ?? "", WordsIn.Country(row.Language, row.Country), optOut.AbsoluteUri, links.WebViewOf(row.Id).AbsoluteUri);
        var domain = address[(address.LastIndexOf('@') + 1)..];
        var email = new EmailMessage(
            MessageId: $"{row.Id}.{row.AlertId:N}@{from.Host}",
            EnvelopeFrom: $"bounce+{links.Token(Links.Return, row.Id)}@{from.Host}",
            From: new Mailbox(from.Address, from.DisplayName),
            To: new Mailbox(address, reader.Name.Length == 0 ? null : reader.Name),
            Subject: message.SubjectFor(reader),
            Text: message.TextFor(reader),
            Html: message.HtmlFor(reader),
            Language: row.Language,
            Date: row.CreatedAt,
            Headers: ListHeaders.Of(settings, optOut, row.AlertId, row.Language, "alert"),
            EnvelopeId: $"{row.Id}.{row.AlertId:N}");
        return new Prepared(domain, NotBefore: null, stop => transport.Send(email, stop));
    }
}
