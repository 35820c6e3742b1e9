using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>The short code of one act in a register.</summary>
public sealed record ReceiptRow(long Position, Guid StatementId, Guid SignOnId, string Code);

/// <summary>One row beside each row of the register, so that a code is found whichever register it belongs to.</summary>
internal sealed class ReceiptRows : Projection<ReceiptRow>
{
    private static readonly RegisterRows Register = new();

    public override string Table => "advocacy.receipts";

    public override (string Column, string Type) Key => Register.Key;

    public override string? KeyOf(Recorded happened) => Register.KeyOf(happened);

    public override ReceiptRow? Apply(ReceiptRow? row, Recorded happened) => Register.Apply(null, happened) is { } entry
        ? new(entry.Position, entry.StatementId, entry.SignOnId, Receipt.Of(EntryForm.Leaf(RegisterReads.Entry(entry)))) : row;
}

/// <summary>A code belongs to a sign-on of this statement, which stands so today.</summary>
public sealed record ReceiptOf(Guid StatementId, SignOnStage Stage);

/// <summary>Looks receipts up.</summary>
public sealed class ReceiptReads(ITables tables)
{
    /// <param name="code">As <see cref="Receipt.Read"/> gives it. Fifty bits of a hash may belong to two.</param>
    public Task<IReadOnlyList<ReceiptOf>> Of(string code, CancellationToken ct) => tables.Query<ReceiptOf>(
        "select r.statement_id, s.stage from advocacy.receipts r join advocacy.sign_ons s on s.id = r.sign_on_id where r.code = @code", new { code }, ct);
}
