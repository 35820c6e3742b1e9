using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>The register of one statement: its acts in order, their leaves, and where it stands.</summary>
public sealed record Register(Guid StatementId, IReadOnlyList<RegisterEntry> Entries)
{
    public IReadOnlyList<Digest> Leaves { get; } = [.. Entries.Select(EntryForm.Leaf)];

    public RegisterMark Mark => new(
        Entries.Count, MerkleTree.Root(Leaves).ToString(), HashChain.Heads(StatementId, Leaves).LastOrDefault(HashChain.Start(StatementId)).ToString());

    /// <summary>The register as it was when it had so many entries.</summary>
    public Register First(int size) => new(StatementId, [.. Entries.Take(size)]);
}

/// <summary>Reads registers from the view that is only ever added to.</summary>
public sealed class RegisterReads(ITables tables)
{
    public async Task<Register> Of(Guid statementId, CancellationToken ct)
    {
        var rows = await tables.Query<RegisterRow>("select * from advocacy.register_entries where statement_id = @statementId order by position", new { statementId }, ct);
        return new Register(statementId, [.. rows.Select(Entry)]);
    }

    /// <summary>The short code of an endorser's last signature; null while nothing was counted.</summary>
    public async Task<string?> ReceiptOf(Guid signOnId, CancellationToken ct) => await tables.Query<RegisterRow>(
        "select * from advocacy.register_entries where sign_on_id = @signOnId and act = 'SignOn' order by position desc limit 1", new { signOnId }, ct) is [var row]
        ? Receipt.Of(EntryForm.Leaf(Entry(row))) : null;

    internal static RegisterEntry Entry(RegisterRow row) => new(
        Enum.Parse<RegisterAct>(row.Act), row.StatementId, row.TextVersion, row.TextHash, row.Language, row.PublicId, row.Endorser, row.At, row.Reason);
}
