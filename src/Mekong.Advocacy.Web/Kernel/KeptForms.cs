using System.Text.Json;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.Primitives;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>What was typed on a page and not saved.</summary>
public sealed record KeptForm(IReadOnlyDictionary<string, string?> Fields, DateTimeOffset At);

/// <summary>Keeps what somebody types until it is saved: one form per person and page, sealed, for thirty days at most.</summary>
public sealed class KeptForms(ITables tables, IVault vault, TimeProvider clock)
{
    /// <summary>A hidden field of this name says that the page will offer the form again.</summary>
    public const string Marker = "_keep";

    /// <summary>Said when a form comes without the token of its page, which shows it as typed.</summary>
    public static readonly Refusal PageWasOld = new("account.page-was-old");

    /// <summary>Of all names and values together, in characters: seven languages of the longest texts, twice.</summary>
    private const int Largest = 300_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Null when it is too large to be kept.</summary>
    public async Task<DateTimeOffset?> Keep(Guid accountId, string path, IEnumerable<KeyValuePair<string, StringValues>> form, CancellationToken ct)
    {
        var fields = Worth(form);
        if (fields.Sum(field => (long)field.Key.Length + (field.Value?.Length ?? 0)) > Largest) return null;
        var (now, sealedFields) = (clock.GetUtcNow(), vault.Seal(JsonSerializer.Serialize(fields)));
        await tables.Execute("delete from advocacy.kept_forms where at < @oldest", new { oldest = now - Longest }, ct);
        await tables.Execute("""
            insert into advocacy.kept_forms (account_id, path, fields, at) values (@accountId, @path, @sealedFields, @now)
            on conflict (account_id, path) do update set fields = excluded.fields, at = excluded.at
            """, new { accountId, path, sealedFields, now }, ct);
        return now;
    }

    public async Task<KeptForm?> Find(Guid accountId, string path, CancellationToken ct)
    {
        var rows = await tables.Query<Row>(
            "select fields, at from advocacy.kept_forms where account_id = @accountId and path = @path and at >= @oldest",
            new { accountId, path, oldest = clock.GetUtcNow() - Longest }, ct);
        return rows.Count == 0 ? null : new(JsonSerializer.Deserialize<Dictionary<string, string?>>(vault.Open(rows[0].Fields))!, rows[0].At);
    }

    public Task Drop(Guid accountId, string path, CancellationToken ct) =>
        tables.Execute("delete from advocacy.kept_forms where account_id = @accountId and path = @path", new { accountId, path }, ct);

    /// <summary>What a person typed: no passwords, and nothing that only guards the form. Several values of one name become one, by line.</summary>
    internal static Dictionary<string, string?> Worth(IEnumerable<KeyValuePair<string, StringValues>> form) => form
        .Where(field => !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase) && !field.Key.StartsWith('_'))
        .ToDictionary(field => field.Key, field => (string?)string.Join('\n', field.Value.ToArray()));

    private sealed record Row(byte[] Fields, DateTimeOffset At);
}
