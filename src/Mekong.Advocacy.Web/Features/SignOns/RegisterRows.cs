using System.Globalization;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>One act in the register of a statement, without a name.</summary>
/// <param name="SignOnId">Ours, which follows from who signed and is therefore never shown.</param>
/// <param name="PublicId">What stands for it in the register.</param>
/// <param name="Act">SignOn, Withdrawal or Invalidation.</param>
/// <param name="Endorser">The commitment that stands for whoever signed.</param>
public sealed record RegisterRow(
    long Position, Guid StatementId, Guid SignOnId, Guid PublicId, string Act, int TextVersion, string TextHash, string Language, string Endorser, DateTimeOffset At, string? Reason);

/// <summary>The register in the order of the log; a row is written once and never again.</summary>
internal sealed class RegisterRows : Projection<RegisterRow>
{
    public const string Lapsed = "lapsed";

    public override string Table => "advocacy.register_entries";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) =>
        happened.Event is SignedOn or SignOnWithdrawn or SignOnInvalidated or SignOnLapsed ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override RegisterRow? Apply(RegisterRow? row, Recorded happened) => happened.Event switch
    {
        SignedOn e => Entry(happened, "SignOn", e.Signature.Mark, e.Signature.At, null),
        SignOnWithdrawn e => Entry(happened, "Withdrawal", e.Mark, e.At, e.Reason),
        SignOnLapsed e => Entry(happened, "Withdrawal", e.Mark, e.At, Lapsed),
        SignOnInvalidated e => Entry(happened, "Invalidation", e.Mark, e.At, e.Reason),
        _ => row,
    };

    private static RegisterRow Entry(Recorded happened, string act, SignedMark mark, DateTimeOffset at, string? reason) => new(
        happened.Position, mark.StatementId, Guid.Parse(happened.Stream[SignOnRows.Prefix.Length..]), mark.PublicId, act, mark.Text.Version, mark.Text.Hash, mark.Text.Language,
        mark.Endorser, at, reason);
}
