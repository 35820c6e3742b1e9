using System.Text.Json;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>What opens is sent to the members; what changes, to whoever signed it before; and the hour of the reminder follows the deadline.</summary>
internal sealed class InvitationReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        StatementOpened e => [Invite(happened, InvitationKind.Invitation, e.Version), Reminder(happened)],
        StatementRevised e => [Invite(happened, InvitationKind.Revision, e.Version)],
        StatementDeadlineMoved => [Reminder(happened)],
        StatementReopened => [Catch(happened), Reminder(happened)],
        _ => [],
    };

    private static Job Invite(Recorded happened, InvitationKind kind, int version)
    {
        var command = new InviteMembers(Id(happened), kind, version);
        return new($"invite-members/{command.StatementId}/{version}", CommandNames.InviteMembers, JsonSerializer.Serialize(command), happened.At);
    }

    /// <summary>Mails that the suspension held back.</summary>
    private static Job Catch(Recorded happened) => new(
        $"mail-invitations/{Id(happened)}", CommandNames.MailInvitations, JsonSerializer.Serialize(new MailInvitations(Id(happened))), happened.At);

    private static Job Reminder(Recorded happened) =>
        new($"set-reminder/{Id(happened)}", CommandNames.SetReminder, JsonSerializer.Serialize(new SetReminder(Id(happened))), happened.At);

    private static Guid Id(Recorded happened) => Guid.Parse(happened.Stream[StatementRows.Prefix.Length..]);
}
