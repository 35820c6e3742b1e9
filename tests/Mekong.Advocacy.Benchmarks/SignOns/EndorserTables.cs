using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Vault;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>Enters organisations as a secretariat would leave them: log, views, sealed officers, accounts, tokens; by COPY, in one transaction.</summary>
internal sealed class EndorserTables(NpgsqlConnection connection, AesVault vault, IReadOnlyList<Endorser> endorsers)
{
    private static readonly DateTime At = new(2026, 1, 15, 3, 0, 0, DateTimeKind.Utc);

    /// <summary>Everybody is entered; statements that open later would invite them all.</summary>
    public static async Task Fill(string database, AesVault vault, int count, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync(ct);
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await new EndorserTables(connection, vault, [.. Enumerable.Range(1, count).Select(number => new Endorser(number))]).Copy(ct);
            await transaction.CommitAsync(ct);
        }
        await using var analyze = new NpgsqlCommand("analyze", connection); // as autovacuum has done long ago where organisations join over years
        await analyze.ExecuteNonQueryAsync(ct);
    }

    private async Task Copy(CancellationToken ct)
    {
        var role = (Guid)(await Scalar("""select "Id" from identity."AspNetRoles" where "Name" = 'member'""", ct))!;
        var last = (long)(await Scalar($"select setval('es.mt_events_sequence', nextval('es.mt_events_sequence') + {endorsers.Count * 3})", ct))!;
        var first = last - endorsers.Count * 3;
        await Rows("identity.\"AspNetUsers\" (\"Id\", \"UserName\", \"NormalizedUserName\", \"EmailConfirmed\", \"PhoneNumberConfirmed\", \"TwoFactorEnabled\", \"LockoutEnabled\", \"AccessFailedCount\")",
            one => [one.Account, one.Account.ToString("N"), one.Account.ToString("N").ToUpperInvariant(), true, false, false, true, 0], ct);
        await Rows("identity.\"AspNetUserRoles\" (\"UserId\", \"RoleId\")", one => [one.Account, role], ct);
        await Rows("advocacy.api_tokens (id, account_id, name, hash, created_at)", one => [one.Account, one.Account, "bench", SHA256.HashData(Encoding.UTF8.GetBytes(one.Token)), At], ct);
        await Rows("advocacy.focal_points (id, organisation_id, name_sealed, capacity_sealed, email_sealed, email_fingerprint, language, account_id, named_at)",
            one => [one.Officer, one.Organisation, vault.Seal($"Officer {one.Number}"), vault.Seal("Director"), vault.Seal(one.Email), vault.Fingerprint($"focal-point/email:{one.Email}"), "en", one.Account, At], ct);
        await Rows("advocacy.organisations (id, kind, standing, standing_since, country, name_languages, names, name_keys, registered_at, changed_at)",
            one => [one.Organisation, "Member", "Member", At, one.Country, new[] { "en", "km" }, new[] { one.Name, one.LocalName }, new[] { NameKey.Of(one.Name), NameKey.Of(one.LocalName) }, At, At], ct);
        await Rows("advocacy.mandates (id, organisation_id, officer_id, kind, begins_at, granted_at, granted_by)", one => [one.Mandate, one.Organisation, one.Officer, "Standing", At, At, "system"], ct);
        await Rows("es.mt_streams (id, version, timestamp, created)", one => [Stream(one), 3L, At, At], ct);
        for (var version = 1; version <= 3; version++)
        {
            var v = version;
            await Rows("es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)",
                one => [first + (one.Number - 1) * 3L + v, Guid.CreateVersion7(At), Stream(one), (long)v, new Body(Encoding.UTF8.GetString(EventJson.Write(Happened(one, v)))), Name(v), At, ""], ct);
        }
    }

    private static string Stream(Endorser one) => $"organisation-{one.Organisation}";

    private static string Name(int version) => version switch { 1 => "organisation.registered.v1", 2 => "organisation.focal-point-named.v1", _ => "organisation.mandate-granted.v1" };

    private static OrganisationEvent Happened(Endorser one, int version) => version switch
    {
        1 => new OrganisationRegistered(null, OrganisationStanding.Member, new OrganisationProfile([new("en", one.Name), new("km", one.LocalName)], null, one.Country)),
        2 => new FocalPointNamed(null, one.Officer),
        _ => new MandateGranted(null, new Mandate(one.Mandate, one.Officer, MandateKind.Standing, null, new DateTimeOffset(At), null, null)),
    };

    private async Task Rows(string into, Func<Endorser, object[]> row, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", ct);
        foreach (var one in endorsers)
        {
            await copy.StartRowAsync(ct);
            foreach (var cell in row(one))
            {
                if (cell is Body json) await copy.WriteAsync(json.Text, NpgsqlDbType.Jsonb, ct);
                else if (cell is DateTime at) await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
                else await copy.WriteAsync(cell, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private async Task<object?> Scalar(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }

    private sealed record Body(string Text);
}
