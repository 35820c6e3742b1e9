using System.Globalization;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.SignOns;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>One thing that was done to a statement.</summary>
/// <param name="Actor">Account id, "system" or "public".</param>
/// <param name="What">The event's name, a key of the words in every language.</param>
public sealed record StatementHistoryRow(long Position, Guid StatementId, Guid? SignOnId, DateTimeOffset At, string Actor, string What, string? Detail);

/// <summary>The statement's past in words, sign-ons that were taken back or found false included; a moment behind the log.</summary>
internal sealed class StatementHistory : Projection<StatementHistoryRow>
{
    public override string Table => "advocacy.statement_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override bool Inline => false;

    public override string? KeyOf(Recorded happened) =>
        happened.Event is StatementEvent || StatementOf(happened.Event) is not null ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override StatementHistoryRow? Apply(StatementHistoryRow? row, Recorded happened) => new(
        happened.Position,
        StatementOf(happened.Event) ?? Guid.Parse(happened.Stream[StatementRows.Prefix.Length..]),
        happened.Event is SignOnEvent ? Guid.Parse(happened.Stream[SignOnRows.Prefix.Length..]) : null,
        happened.At,
        happened.Metadata.Actor,
        happened.Event.GetType().Name,
        happened.Event switch
        {
            StatementCommented e => e.Language is null ? e.Text : $"{e.Language}: {e.Text}",
            StatementTextThawed e => e.Reason,
            StatementTextApproved e => e.Language,
            StatementSuspended e => e.Reason,
            StatementDeadlineMoved e => e.Reason,
            CorrigendumIssued e => $"{e.Found} → {e.Correct}",
            CourtesyTextAdded e => e.Text.Language,
            StatementCancelled e => e.Reason,
            PackageMade e => e.Hash[..12],
            PackageMailRequested e => e.Addressee,
            TransmissionRecorded e => $"{e.Addressee}: {e.Reply}",
            ReplyReceived e => $"{e.Addressee}: {e.Summary}",
            OutcomeRecorded e => e.Summary,
            SignOnWithdrawn e => e.Reason,
            SignOnInvalidated e => e.Reason,
            _ => null,
        });

    private static Guid? StatementOf(object happened) => happened switch
    {
        SignedOn e => e.Signature.StatementId,
        SignOnOffered e => e.Signature.StatementId,
        SignOnWithdrawn e => e.Mark.StatementId,
        SignOnInvalidated e => e.Mark.StatementId,
        SignOnLapsed e => e.Mark.StatementId,
        _ => null,
    };
}
