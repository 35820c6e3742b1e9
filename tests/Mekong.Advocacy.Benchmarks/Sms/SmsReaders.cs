using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Sms;

/// <summary>Turns the readers of a database into readers of texts: each address becomes a number.</summary>
internal static class SmsReaders
{
    public static string Number(int reader) => string.Create(CultureInfo.InvariantCulture, $"+8551{reader:0000000}");

    public static async Task Give(string database, IVault vault, int readers, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        var numbers = Enumerable.Range(1, readers).Select(Number).ToList();
        await using (var batch = source.CreateBatch())
        {
            batch.BatchCommands.Add(new("""
                update advocacy.contact_points c set channel = 'sms', address_sealed = n.sealed, fingerprint = n.fingerprint
                from unnest($1, $2) with ordinality n (sealed, fingerprint, number)
                join (select id, row_number() over (order by id) as number from advocacy.contact_points) numbered using (number)
                where c.id = numbered.id
                """)
            {
                Parameters =
                {
                    new() { Value = numbers.Select(vault.Seal).ToArray() },
                    new() { Value = numbers.Select(number => vault.Fingerprint($"sms:{number}")).ToArray() },
                },
            });
            batch.BatchCommands.Add(new("update advocacy.consents set channel = 'sms'"));
            batch.BatchCommands.Add(new("update advocacy.subscribers set country = 'TH' where country = 'CN'")); // no texts go to China
            if (await batch.ExecuteNonQueryAsync(ct) < readers) throw new BenchException("Not every reader got a number.");
        }
        await using var vacuum = source.CreateCommand("vacuum (analyze)");
        await vacuum.ExecuteNonQueryAsync(ct);
    }
}
