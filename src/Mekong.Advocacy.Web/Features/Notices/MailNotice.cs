using System.Net.Mail;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Notices;

/// <summary>
/// Mails one notice to one account, in its language. The job knows ids only; the same job always gives the same Message-ID. It names the
/// alert and leads to it: texts, reasons and readers stay behind the sign-in.
/// </summary>
public sealed record MailNotice(string Kind, Guid AlertId, long Version, Guid AccountId) : ICommand
{
    internal sealed class Handler(
        IEventStore store, UserManager<Account> accounts, AccountLanguage languages, MessageTemplates templates, TemplateVersions versions,
        IEmailTransport transport, AdvocacySettings settings, ILogger<MailNotice> logger) : IRequestHandler<MailNotice, Answer>
    {
        private readonly MailAddress from = new(settings.Email.From);

        public async Task<Answer> Handle(MailNotice command, CancellationToken cancellationToken)
        {
            if (await accounts.FindByIdAsync(command.AccountId.ToString()) is not { Email: { } address } account) return Answer.Done; // gone since
            var handover = await transport.Send(await Write(command, address, await languages.Of(account), cancellationToken), cancellationToken);
            if (handover.Fate is Fate.Accepted) return Answer.Done;
            // An answer that never came may be a mail that arrived: the second copy has the same Message-ID.
            if (handover.Fate is not (Fate.Refused or Fate.BadAddress)) throw new NoticeNotTakenException(handover.Reason);
            logger.LogWarning("The notice {Kind} to account {Account} was refused: {Reason}", command.Kind, command.AccountId, handover.Reason);
            return Answer.Done;
        }

        private async Task<EmailMessage> Write(MailNotice command, string address, string language, CancellationToken ct)
        {
            var past = (await store.Read(Decider.Stream(Alert.Fold, command.AlertId), ct)).Where(recorded => recorded.Version <= command.Version).ToList();
            var alert = Alert.Fold.Over(past.Select(recorded => (AlertEvent)recorded.Event));
            var link = new Uri(settings.PublicUrl, $"/workspace/alerts/{command.AlertId}{(command.Kind == NoticeKind.ApprovalRequested ? "/approve" : "")}");
            var (subject, html, text) = templates.Notice(command.Kind, language, alert.Content!.Name, link, await versions.AsOf(at: null, ct));
            return new EmailMessage(
                MessageId: $"notice.{command.Kind}.{command.AlertId:N}.{command.Version}.{command.AccountId:N}@{from.Host}",
                EnvelopeFrom: from.Address,
                From: new Mailbox(from.Address, from.DisplayName),
                To: new Mailbox(address),
                Subject: subject,
                Text: text,
                Html: html,
                Language: language,
                Date: past[^1].At,
                Headers: [new("Auto-Submitted", "auto-generated")]);
        }
    }
}

/// <summary>The mail server did not take a notice for now; the job is tried again.</summary>
public sealed class NoticeNotTakenException(string reason) : Exception($"The mail server did not take the notice: {reason}");
