using System.Net.Mail;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Writes a notice in its reader's language, as a mail or, where there is no address, as a text, and hands it over.</summary>
public sealed class FollowUpPost(
    FollowUpReaders readers, FollowUpOwners owners, FollowUpLinks links, OrganisationReads organisations, MessageTemplates templates, TemplateVersions versions,
    SmsPolicies policies, FollowUpNotices notices, IEmailTransport mail, ISmsTransport sms, AdvocacySettings settings, TimeProvider clock, ILogger<FollowUpPost> logger)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12), ClocksDiffer = TimeSpan.FromMinutes(5);

    private readonly MailAddress from = new(settings.Email.From);

    public async Task<Letter> Reminder(FollowUpNotice notice, FollowUp step, CancellationToken ct)
    {
        if (await readers.Reach(new(notice.ReaderKind, notice.ReaderId), ct) is not { } reader) return new(Withheld: "gone");
        var (content, kind) = (step.Content!, FollowUpMailKind.Of(notice.Kind));
        var said = new FollowUpMail(
            await owners.NameOf(content.Owner, reader.Language, ct), content.Step, Days.Written(notice.DueOn, reader.Language), WordsIn.Country(reader.Language, content.Country),
            await LinkFor(notice, reader, notice.FollowUpId, ct))
        { StepLanguage = content.Language };
        if (reader.Email is { } address) return new(Mail: await Mail(notice, kind, said, reader.Language, address, ct));
        if (reader.Phone is null || !FollowUpMailKind.Texted.Contains(kind)) return new(Withheld: "no-address");
        return await Text(notice, kind, said, reader, ct);
    }

    /// <summary>An officer's link needs no account; a colleague's leads into the workspace.</summary>
    public async Task<string> LinkFor(FollowUpNotice notice, ReachedReader reader, Guid followUpId, CancellationToken ct) => notice.ReaderKind == ReaderKind.Officer
        ? await links.Url(reader.Language, followUpId, notice.ReaderId, ct)
        : new Uri(settings.PublicUrl, $"/workspace/follow-ups/{followUpId}").AbsoluteUri;

    /// <summary>The same notice always bears the same Message-ID.</summary>
    public async Task<EmailMessage> Mail(FollowUpNotice notice, string kind, FollowUpMail said, string language, string address, CancellationToken ct)
    {
        var (subject, html, text) = templates.FollowUp(kind, language, said with { IsPersonal = notice.ReaderKind == ReaderKind.Officer }, await versions.AsOf(at: null, ct));
        return new EmailMessage(
            MessageId: $"follow-up.{kind}.{notice.Id:N}@{from.Host}",
            EnvelopeFrom: from.Address,
            From: new Mailbox(from.Address, from.DisplayName),
            To: new Mailbox(address),
            Subject: subject,
            Text: text,
            Html: html,
            Language: language,
            Date: notice.EnteredAt,
            Headers: [new("Auto-Submitted", "auto-generated")]);
    }

    /// <summary>False: refused for good.</summary>
    /// <exception cref="NoticeNotTakenException">Not now; it may have arrived, so a second mail bears the same Message-ID and a second text is asked after first.</exception>
    public async Task<bool> Send(FollowUpNotice notice, Letter letter, CancellationToken ct)
    {
        await notices.Attempted(notice.Id, letter.Sms is null ? "email" : "sms", clock.GetUtcNow(), ct);
        var handover = letter.Mail is { } message ? await mail.Send(message, ct) : await Text(notice, letter.Sms!, ct);
        if (handover.Fate is Fate.Accepted) return true;
        if (handover.Fate is not (Fate.Refused or Fate.BadAddress or Fate.OptedOut or Fate.RouteClosed)) throw new NoticeNotTakenException(handover.Reason);
        logger.LogWarning("The notice {Id} was refused: {Reason}", notice.Id, handover.Reason);
        return false;
    }

    private async Task<Handover> Text(FollowUpNotice notice, SmsMessage message, CancellationToken ct)
    {
        if (notice.AttemptedAt is null) return await sms.Send(message, ct);
        var traces = await sms.Find(message.To, notice.EnteredAt - ClocksDiffer, ct);
        return traces.FirstOrDefault(trace => trace.Body == message.Body) is { } found
            ? new Handover(Fate.Accepted, "found", $"The provider has it: {found.Status}", found.ProviderId) : await sms.Send(message, ct);
    }

    private async Task<Letter> Text(FollowUpNotice notice, string kind, FollowUpMail said, ReachedReader reader, CancellationToken ct)
    {
        var country = reader.OrganisationId is { } id && await organisations.One(id, ct) is { } organisation ? organisation.Country : "";
        if (policies.Closed.Contains(country)) return new(Withheld: "no-texts-there");
        if (notice.AttemptedAt is null && policies.OpensAt(country, clock.GetUtcNow()) is { } opens) return new(NotBefore: opens);
        var body = SmsFolding.Latin(templates.FollowUpText(kind, reader.Language, said, await versions.AsOf(at: null, ct)).Replace("\u200B", "", StringComparison.Ordinal));
        return new(Sms: new SmsMessage(reader.Phone!, body, null, Validity));
    }
}
