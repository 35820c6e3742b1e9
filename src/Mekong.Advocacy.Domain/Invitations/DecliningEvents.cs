namespace Mekong.Advocacy.Domain.Invitations;

/// <summary>What can happen to an organisation's no. Stored for ever: add records, never edit one.</summary>
public abstract record DecliningEvent;

/// <summary>The organisation does not sign. It is not asked again; should it sign after all, the sign-on counts.</summary>
/// <param name="Version">Of the text it was asked about.</param>
public sealed record StatementDeclined(Guid StatementId, Guid OrganisationId, Guid OfficerId, int Version, DateTimeOffset At) : DecliningEvent;
