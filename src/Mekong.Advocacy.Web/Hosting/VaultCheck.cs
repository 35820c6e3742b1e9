using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Refuses to run a database with another installation's keys: everything sealed would be lost without a word.</summary>
internal static class VaultCheck
{
    public static async Task Run(IServiceProvider services, AdvocacySettings settings, CancellationToken ct)
    {
        var mark = services.GetRequiredService<IVault>().Fingerprint("vault-check");
        var kept = await services.GetRequiredService<ITables>().Query<byte[]>("""
            with ours as (insert into advocacy.vault_check (fingerprint) values (@mark) on conflict do nothing returning fingerprint)
            select fingerprint from ours union all select fingerprint from advocacy.vault_check
            """, new { mark }, ct);
        if (!kept[0].AsSpan().SequenceEqual(mark))
            throw new StartupException($"The key file {settings.KeyFile} does not belong to this database: put back the key file it was made with.");
    }
}
