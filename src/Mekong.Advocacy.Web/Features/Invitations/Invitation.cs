namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Why a member is written to.</summary>
public enum InvitationKind { Invitation, Reminder, Revision }

/// <summary>One mail that asks one officer to sign for one organisation, and what came of it. Ids only: who the officer is lies sealed.</summary>
/// <param name="Number">In the mail's link, under a mark of ours.</param>
/// <param name="Version">Of the text that was asked about.</param>
/// <param name="Withheld">Why it was not sent after all: answered, closed, gone, refused.</param>
/// <param name="Reply">signed or declined, by this very link.</param>
public sealed record Invitation(
    Guid Id, long Number, Guid StatementId, Guid OrganisationId, Guid OfficerId, int Version, InvitationKind Kind, DateTimeOffset AskedAt,
    DateTimeOffset? SentAt, string? Withheld, string? Reply, DateTimeOffset? RepliedAt)
{
    public bool IsSettled => SentAt is not null || Withheld is not null;
}
