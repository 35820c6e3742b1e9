using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>How an office is reached. Its address is often a person's, so it is sealed and stands in no event.</summary>
public sealed class AddresseeContacts(ITables tables, IVault vault)
{
    private sealed record Row(byte[] ContactSealed);

    /// <summary>What is not said stays as it was.</summary>
    public async Task Keep(Guid statementId, IReadOnlyList<AddresseeJson>? addressees, CancellationToken ct)
    {
        foreach (var to in (addressees ?? []).Where(to => !string.IsNullOrWhiteSpace(to.Key) && !string.IsNullOrWhiteSpace(to.Contact)))
            await Keep(statementId, to.Key!.Trim(), to.Contact!.Trim(), ct);
    }

    public Task Keep(Guid statementId, string key, string contact, CancellationToken ct) => tables.Execute("""
        insert into advocacy.addressee_contacts (statement_id, key, contact_sealed) values (@statementId, @key, @contact)
        on conflict (statement_id, key) do update set contact_sealed = excluded.contact_sealed
        """, new { statementId, key, contact = vault.Seal(contact) }, ct);

    public async Task<string?> Of(Guid statementId, string key, CancellationToken ct) =>
        await tables.Query<Row>("select contact_sealed from advocacy.addressee_contacts where statement_id = @statementId and key = @key", new { statementId, key }, ct) is [var row]
            ? vault.Open(row.ContactSealed) : null;
}
