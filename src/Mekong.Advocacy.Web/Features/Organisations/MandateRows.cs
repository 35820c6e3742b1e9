using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A mandate as it stands, with who granted and who ended it.</summary>
/// <param name="EndsAt">The first moment at which it does not hold any more.</param>
/// <param name="EndedAt">When somebody ended it; null: it ends as was said from the start, or not at all.</param>
public sealed record MandateRow(
    Guid Id,
    Guid OrganisationId,
    Guid OfficerId,
    MandateKind Kind,
    Guid? StatementId,
    DateTimeOffset BeginsAt,
    DateTimeOffset? EndsAt,
    Guid? EvidenceId,
    DateTimeOffset GrantedAt,
    string GrantedBy,
    DateTimeOffset? EndedAt,
    string? EndedBy)
{
    public Mandate ToMandate() => new(Id, OfficerId, Kind, StatementId, BeginsAt, EndsAt, EvidenceId);
}

/// <summary>One row per mandate, for ever.</summary>
internal sealed class MandateRows : Projection<MandateRow>
{
    public override string Table => "advocacy.mandates";

    public override string? KeyOf(Recorded happened) => happened.Event switch
    {
        MandateGranted e => e.Mandate.Id.ToString(),
        MandateEnded e => e.MandateId.ToString(),
        _ => null,
    };

    public override MandateRow? Apply(MandateRow? row, Recorded happened) => happened.Event switch
    {
        MandateGranted { Mandate: var given } => new(
            given.Id, OrganisationRows.IdOf(happened), given.OfficerId, given.Kind, given.StatementId, given.From, given.Until, given.EvidenceId,
            happened.At, happened.Metadata.Actor, null, null),
        MandateEnded e => row! with { EndsAt = e.Until, EndedAt = happened.At, EndedBy = happened.Metadata.Actor },
        _ => row,
    };
}
