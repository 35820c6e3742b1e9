using System.Net.Mail;
using System.Text;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Briefs;

using Attachment = Engines.Seams.Attachment;

/// <summary>Mails one brief to one focal point, in their language, as a page and, where something can print, as PDF. The same job always gives the same Message-ID.</summary>
public sealed record MailBrief(Guid RequestId, Guid ReaderId) : ICommand
{
    internal sealed class Handler(
        BriefReads reads, BriefMails mails, FocalPoints officers, MessageTemplates templates, TemplateVersions versions, IPagePrinter printer, IEmailTransport transport,
        AdvocacySettings settings, TimeProvider clock) : IRequestHandler<MailBrief, Answer>
    {
        private readonly MailAddress from = new(settings.Email.From);

        public async Task<Answer> Handle(MailBrief command, CancellationToken cancellationToken)
        {
            if (await mails.Find(command.RequestId, command.ReaderId, cancellationToken) is not { SentAt: null, RefusedAt: null } asked) return Answer.Done;
            var handover = await officers.Find(command.ReaderId, cancellationToken) is { IsActive: true, Email: { } address } officer
                && await reads.Of(asked.AboutKind, asked.AboutId, cancellationToken) is { } brief
                ? await transport.Send(await Write(asked, brief, officer.Language, address, cancellationToken), cancellationToken)
                : new Handover(Fate.BadAddress, "gone", "");
            if (handover.Fate is not (Fate.Accepted or Fate.Refused or Fate.BadAddress)) throw new NoticeNotTakenException(handover.Reason);
            await mails.Settle(command.RequestId, command.ReaderId, handover.Fate is Fate.Accepted, clock.GetUtcNow(), cancellationToken);
            return Answer.Done;
        }

        private async Task<EmailMessage> Write(BriefMail asked, Brief brief, string language, string address, CancellationToken ct)
        {
            var sheet = new BriefSheet(brief, language, settings.PublicUrl);
            var (document, link) = (sheet.Document(), new Uri(settings.PublicUrl, $"/{language}/tracker").AbsoluteUri);
            var (subject, html, text) = templates.Brief(language, sheet.Title.Text, link, await versions.AsOf(at: null, ct));
            var printed = printer.IsThere ? await printer.Print(document, ct) : null;
            return new EmailMessage(
                MessageId: $"brief.{asked.RequestId:N}.{asked.ReaderId:N}@{from.Host}",
                EnvelopeFrom: from.Address,
                From: new Mailbox(from.Address, from.DisplayName),
                To: new Mailbox(address),
                Subject: subject,
                Text: text,
                Html: html,
                Language: language,
                Date: asked.AskedAt,
                Headers: [new("Auto-Submitted", "auto-generated")])
            {
                Attachments =
                [
                    new Attachment("brief.html", "text/html", Encoding.UTF8.GetBytes(document)),
                    .. printed is null ? Array.Empty<Attachment>() : [new Attachment("brief.pdf", "application/pdf", printed)],
                ],
            };
        }
    }
}
