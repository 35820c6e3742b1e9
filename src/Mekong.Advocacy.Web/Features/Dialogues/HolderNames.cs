using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What office-holders are called, sealed. The log knows them by their ids only.</summary>
public sealed class HolderNames(ITables tables, IVault vault, TimeProvider clock)
{
    private sealed record Row(Guid Id, byte[] NameSealed);

    /// <summary>A name that is kept already may be put right.</summary>
    public Task Keep(Guid holderId, string name, CancellationToken ct) => tables.Execute("""
        insert into advocacy.holder_names (id, name_sealed, entered_at) values (@holderId, @name, @at) on conflict (id) do update set name_sealed = excluded.name_sealed
        """, new { holderId, name = vault.Seal(NameFolding.Tidy(name)), at = clock.GetUtcNow() }, ct);

    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<Guid> holders, CancellationToken ct) =>
        (await tables.Query<Row>("select id, name_sealed from advocacy.holder_names where id = any(@ids)", new { ids = holders.Distinct().ToArray() }, ct))
        .ToDictionary(row => row.Id, row => vault.Open(row.NameSealed));
}
