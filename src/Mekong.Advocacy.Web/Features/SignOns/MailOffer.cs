using System.Net.Mail;
using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Mails the link by which an offer is confirmed. The job knows a number only; a second copy has the same Message-ID.</summary>
public sealed record MailOffer(long Number, DateTimeOffset At) : ICommand
{
    internal sealed class Handler(
        Decider decider, Offers offers, OrganisationReads organisations, MessageTemplates templates, TemplateVersions versions, Links links, IEmailTransport transport,
        AdvocacySettings settings, ILogger<MailOffer> logger) : IRequestHandler<MailOffer, Answer>
    {
        private readonly MailAddress from = new(settings.Email.From);

        public async Task<Answer> Handle(MailOffer command, CancellationToken cancellationToken)
        {
            if (await offers.Find(command.Number, cancellationToken) is not { ConfirmedAt: null } offer) return Answer.Done;
            var handover = await transport.Send(await Write(command, offer, cancellationToken), cancellationToken);
            if (handover.Fate is Fate.Accepted) return Answer.Done;
            if (handover.Fate is not (Fate.Refused or Fate.BadAddress)) throw new NoticeNotTakenException(handover.Reason);
            logger.LogWarning("The link of offer {Number} was refused: {Reason}", command.Number, handover.Reason);
            return Answer.Done;
        }

        private async Task<EmailMessage> Write(MailOffer command, Offer offer, CancellationToken ct)
        {
            var person = offers.Open(offer);
            var (statement, _) = await decider.Load(Statement.Fold, offer.StatementId, ct);
            var title = statement.Texts.Find(text => text.Text.Language == offer.TextLanguage)?.Text.Title ?? "";
            var name = offer.OrganisationId is { } id && await organisations.One(id, ct) is { } row ? OrganisationReads.Name(row, person.Language).Name : ""; // what a stranger typed of a person goes to no inbox
            var link = new Uri(settings.PublicUrl, $"/{person.Language}/sign/{links.Token(Offers.Purpose, offer.Number)}");
            var (subject, html, text) = templates.Confirmation(person.Language, title, name, link, await versions.AsOf(at: null, ct));
            return new EmailMessage(
                MessageId: FormattableString.Invariant($"sign-on.{offer.Number}.{command.At.ToUnixTimeSeconds()}@{from.Host}"),
                EnvelopeFrom: from.Address,
                From: new Mailbox(from.Address, from.DisplayName),
                To: new Mailbox(person.Email),
                Subject: subject,
                Text: text,
                Html: html,
                Language: person.Language,
                Date: command.At,
                Headers: [new("Auto-Submitted", "auto-generated")]);
        }
    }
}
