using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Refuses to run a database with another installation's keys: everything sealed would be lost without a word.</summary>
internal static class VaultCheck
{
    public static async Task Run(IServiceProvider services, AdvocacySettings settings, CancellationToken ct)
    {
        var mark = services.GetRequiredService<IVault>().Fingerprint("vault-check");
        var tables = services.GetRequiredService<ITables>();
        // Two statements: one alone would see no row at all when another process makes it in the same moment.
        await tables.Execute("insert into advocacy.vault_check (fingerprint) values (@mark) on conflict do nothing", new { mark }, ct);
        var kept = await tables.Query<byte[]>("select fingerprint from advocacy.vault_check", null, ct);
        if (!kept[0].AsSpan().SequenceEqual(mark))
            throw new StartupException($"The key file {settings.KeyFile} does not belong to this database: put back the key file it was made with.");
    }
}
