using System.Net.Mail;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Writes a mail about a statement in its reader's language and hands it over.</summary>
public sealed class StatementPost(
    OrganisationReads organisations, Links links, MessageTemplates templates, TemplateVersions versions, IEmailTransport transport, AdvocacySettings settings,
    TimeProvider clock, ILogger<StatementPost> logger)
{
    private readonly MailAddress from = new(settings.Email.From);

    public async Task<bool> Invite(Invitation invitation, Statement statement, FocalPoint officer, string address, CancellationToken ct)
    {
        var mail = About(await organisations.One(invitation.OrganisationId, ct), invitation.StatementId, statement, officer.Language) with { Link = links.InvitationUrl(officer.Language, invitation.Number) };
        return await Send(invitation.Kind.ToString().ToLowerInvariant(), $"invitation.{invitation.Id:N}", mail, officer.Language, address, invitation.AskedAt, ct);
    }

    /// <summary>What every mail about the statement says, with the public page where it may be seen already.</summary>
    public StatementMail About(OrganisationRow? organisation, Guid id, Statement statement, string language)
    {
        var (window, embargo) = (statement.Window!, statement.Content!.EmbargoUntil is { } until && until > clock.GetUtcNow() ? statement.Content.EmbargoUntil : null);
        return new StatementMail(
            organisation is null ? "" : OrganisationReads.Name(organisation, language).Name,
            statement.Number,
            statement.For(language)!.Text.Title,
            embargo is null ? links.StatementUrl(language, id) : "",
            Languages.Hour(window.ClosesAt, window.Zone, language),
            embargo is { } hour ? Languages.Hour(hour, window.Zone, language) : "",
            statement.Content.Silence == SilenceRule.Carry);
    }

    /// <summary>False: the address was refused for good.</summary>
    /// <exception cref="StatementMailNotTakenException">Not now; an answer that never came may be a mail that arrived, so the second copy bears the same Message-ID.</exception>
    public async Task<bool> Send(string kind, string id, StatementMail mail, string language, string address, DateTimeOffset date, CancellationToken ct)
    {
        var handover = await HandOver(kind, id, mail, language, address, date, [], ct);
        if (handover.Fate is Fate.Accepted) return true;
        if (handover.Fate is not (Fate.Refused or Fate.BadAddress)) throw new StatementMailNotTakenException(handover.Reason);
        logger.LogWarning("The mail {Id} was refused: {Reason}", id, handover.Reason);
        return false;
    }

    public async Task<Handover> HandOver(
        string kind, string id, StatementMail mail, string language, string address, DateTimeOffset date, IReadOnlyList<Engines.Seams.Attachment> files, CancellationToken ct)
    {
        var (subject, html, text) = templates.Statement(kind, language, mail, await versions.AsOf(at: null, ct));
        return await transport.Send(new EmailMessage(
            MessageId: $"{id}@{from.Host}",
            EnvelopeFrom: from.Address,
            From: new Mailbox(from.Address, from.DisplayName),
            To: new Mailbox(address),
            Subject: subject,
            Text: text,
            Html: html,
            Language: language,
            Date: date,
            Headers: [new("Auto-Submitted", "auto-generated")])
        { Attachments = files }, ct);
    }
}

/// <summary>The mail server did not take a mail for now; the job is tried again.</summary>
public sealed class StatementMailNotTakenException(string reason) : Exception($"The mail server did not take the mail: {reason}");
