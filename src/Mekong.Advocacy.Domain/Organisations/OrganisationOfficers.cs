using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Organisations.OrganisationRefusals;

namespace Mekong.Advocacy.Domain.Organisations;

using Decision = Decision<OrganisationEvent>;

/// <summary>Who may act for the organisation. Mandates are granted and ended, never changed: what held at a moment is known for ever.</summary>
public sealed partial record Organisation
{
    public Decision NameFocalPoint(Guid? by, Guid officerId) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when IsFocalPoint(officerId) => Decision.Nothing,
        OrganisationStanding.Left or OrganisationStanding.Refused => IsNotActive,
        _ => new FocalPointNamed(by, officerId),
    };

    /// <summary>Their mandates end with them. What they did before stays done.</summary>
    public Decision RemoveFocalPoint(Guid? by, Guid officerId, DateTimeOffset at) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when !FocalPoints.ContainsKey(officerId) => NoSuchFocalPoint,
        _ when !IsFocalPoint(officerId) => Decision.Nothing,
        _ => Decision.All(
        [
            .. Mandates.Where(mandate => mandate.OfficerId == officerId && !(mandate.Until <= at)).Select(mandate => new MandateEnded(by, mandate.Id, Later(at, mandate.From))),
            new FocalPointRemoved(by, officerId),
        ]),
    };

    /// <summary>A decision by the board has a date that has come, and a file that shows it.</summary>
    public Decision Grant(Guid? by, Mandate mandate, DateTimeOffset at) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when Mandates.Find(given => given.Id == mandate.Id) is { } given =>
            given with { Until = null } == mandate with { Until = null } ? Decision.Nothing : MandateIsFixed,
        OrganisationStanding.Left or OrganisationStanding.Refused => IsNotActive,
        _ when !IsFocalPoint(mandate.OfficerId) => NoSuchFocalPoint,
        _ when mandate.Kind == MandateKind.Statement && mandate.StatementId is null => NeedsStatement,
        _ when mandate.Kind != MandateKind.Statement && mandate.StatementId is not null => NotForOneStatement,
        _ when mandate.Kind == MandateKind.Board && mandate.EvidenceId is null => NeedsEvidence,
        _ when mandate.Kind == MandateKind.Board && mandate.From > at => BoardInTheFuture,
        _ when mandate.Until <= mandate.From => EndsBeforeItBegins,
        _ => new MandateGranted(by, mandate),
    };

    /// <summary>An end can come sooner than was said, and never before now: that would take back what was done.</summary>
    public Decision EndMandate(Guid? by, Guid mandateId, DateTimeOffset until, DateTimeOffset at) => Standing switch
    {
        OrganisationStanding.Unregistered => NoSuchOrganisation,
        _ when Mandates.Find(mandate => mandate.Id == mandateId) is null => NoSuchMandate,
        _ when Mandates.Find(mandate => mandate.Id == mandateId)!.Until <= until => Decision.Nothing,
        _ when until < at => EndsInThePast,
        _ => new MandateEnded(by, mandateId, until),
    };

    /// <summary>The mandate that held at this moment for this officer, the most particular one; null: they could not act.</summary>
    /// <param name="statementId">Null: for an act that has nothing to do with a statement.</param>
    public Mandate? MandateOf(Guid officerId, Guid? statementId, DateTimeOffset at) => Mandates
        .Where(mandate => mandate.OfficerId == officerId && mandate.HoldsAt(at) && mandate.Covers(statementId))
        .OrderByDescending(mandate => mandate.Kind).ThenByDescending(mandate => mandate.From).FirstOrDefault();

    public bool IsFocalPoint(Guid officerId) => FocalPoints.GetValueOrDefault(officerId);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
