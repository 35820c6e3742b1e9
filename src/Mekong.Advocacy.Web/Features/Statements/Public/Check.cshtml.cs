using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.SignOns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>A receipt's place in a register, with what proves it.</summary>
public sealed record Found(PublicStatement Statement, int Index, RegisterEntry Entry, Digest Leaf, RegisterMark Mark, IReadOnlyList<Digest> Proof, SignOnStage Today);

/// <summary>
/// Checks a receipt's code against the registers of public statements. It says what was done and where it stands, and never who did it: a
/// code can be found in somebody's letter.
/// </summary>
[AllowAnonymous]
public sealed class CheckModel(PublicReads reads, RegisterReads registers, ReceiptReads receipts) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }

    [BindProperty(SupportsGet = true)] public string? Language { get; set; }

    /// <summary>As receipts write it; null: what was typed is no code.</summary>
    public string? Read { get; private set; }

    public bool Asked => !string.IsNullOrWhiteSpace(Code);

    public IReadOnlyList<Found> All { get; private set; } = [];

    public string Reader => System.Globalization.CultureInfo.CurrentUICulture.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Asked || Code!.Length > 100 || Receipt.Read(Code) is not { } code) return;
        Read = code;
        var found = new List<Found>();
        foreach (var receipt in await receipts.Of(code, ct))
            if (await reads.One(receipt.StatementId, ct) is { } statement && await Find(statement, code, receipt, ct) is { } one) found.Add(one);
        All = found;
    }

    private async Task<Found?> Find(PublicStatement statement, string code, ReceiptOf receipt, CancellationToken ct)
    {
        var register = await registers.Of(statement.Row.Id, ct);
        var index = register.Leaves.ToList().FindIndex(leaf => Receipt.Of(leaf) == code);
        return index < 0 ? null
            : new(statement, index, register.Entries[index], register.Leaves[index], register.Mark, MerkleTree.Inclusion(register.Leaves, index), receipt.Stage);
    }
}
