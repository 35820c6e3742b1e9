using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Where the handing over to one office stands.</summary>
/// <param name="Arrived">Null: made and not handed over yet; false: the last attempt failed.</param>
public sealed record HandoverRow(string Key, Guid StatementId, string Addressee, Guid PackageId, bool? Arrived, DateTimeOffset At);

/// <summary>One row per statement and office, right the moment a command returns. What has arrived once stays arrived.</summary>
internal sealed class Handovers : Projection<HandoverRow>
{
    public override string Table => "advocacy.handovers";

    public override (string Column, string Type) Key => ("key", "text");

    public override string? KeyOf(Recorded happened) => happened.Event switch
    {
        PackageMade e => $"{StatementOf(happened)}/{e.Addressee}",
        TransmissionRecorded e => $"{StatementOf(happened)}/{e.Addressee}",
        _ => null,
    };

    public override HandoverRow? Apply(HandoverRow? row, Recorded happened) => happened.Event switch
    {
        PackageMade when row is { Arrived: true } => row,
        PackageMade e => new(KeyOf(happened)!, StatementOf(happened), e.Addressee, e.PackageId, row?.Arrived, e.At),
        TransmissionRecorded e => new(KeyOf(happened)!, StatementOf(happened), e.Addressee, e.PackageId, e.Arrived || row?.Arrived == true, e.At),
        _ => row,
    };

    private static Guid StatementOf(Recorded happened) => Guid.Parse(happened.Stream[StatementRows.Prefix.Length..]);
}
