using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>A listed contact's place in the vault.</summary>
public sealed record VaultEntry(Guid PersonId, Guid ContactPointId);

/// <summary>Finds the people of a list in the vault by keyed hash, or gives them a place there.</summary>
public sealed class PeopleVault(ITables tables, IVault vault)
{
    private sealed record Known(Guid PersonId, Guid Id, byte[] Fingerprint);

    /// <summary>Contact points that are known already, by fingerprint in hexadecimal.</summary>
    public async Task<Dictionary<string, VaultEntry>> Find(IEnumerable<ListedContact> contacts, CancellationToken ct)
    {
        var fingerprints = contacts.Select(contact => vault.Fingerprint(Form(contact))).ToArray();
        var found = await tables.Query<Known>(
            "select person_id, id, fingerprint from advocacy.contact_points where fingerprint = any(@fingerprints)", new { fingerprints }, ct);
        return found.ToDictionary(known => Convert.ToHexStringLower(known.Fingerprint), known => new VaultEntry(known.PersonId, known.Id));
    }

    public string KeyOf(ListedContact contact) => Convert.ToHexStringLower(vault.Fingerprint(Form(contact)));

    /// <summary>Seals people and contact points, all in one order so that two imports do not block each other.</summary>
    /// <exception cref="StreamHasMovedException">Another import has entered one of the contact points meanwhile: look again.</exception>
    public async Task Enter(IReadOnlyList<(Guid PersonId, string Name)> people, IReadOnlyList<(VaultEntry Entry, ListedContact Contact, string Words)> contacts, CancellationToken ct)
    {
        await tables.Execute("""
            insert into advocacy.people (id, name_sealed) select * from unnest(@ids, @names) as p (id, name) order by id
            on conflict (id) do update set name_sealed = excluded.name_sealed
            """, new { ids = people.Select(person => person.PersonId).ToArray(), names = people.Select(person => vault.Seal(person.Name)).ToArray() }, ct);
        var entered = await tables.Execute("""
            insert into advocacy.contact_points (id, person_id, channel, address_sealed, fingerprint, consent_words_sealed)
            select * from unnest(@ids, @people, @channels, @addresses, @fingerprints, @words) as c (id, person, channel, address, fingerprint, words)
            order by fingerprint on conflict (fingerprint) do nothing
            """, new
        {
            ids = contacts.Select(c => c.Entry.ContactPointId).ToArray(),
            people = contacts.Select(c => c.Entry.PersonId).ToArray(),
            channels = contacts.Select(c => c.Contact.Channel).ToArray(),
            addresses = contacts.Select(c => vault.Seal(c.Contact.Address)).ToArray(),
            fingerprints = contacts.Select(c => vault.Fingerprint(Form(c.Contact))).ToArray(),
            words = contacts.Select(c => vault.Seal(c.Words)).ToArray(),
        }, ct);
        if (entered == contacts.Count) return;
        await tables.Execute("""
            delete from advocacy.people p where id = any(@ids) and not exists (select from advocacy.contact_points c where c.person_id = p.id)
            """, new { ids = people.Select(person => person.PersonId).ToArray() }, ct);
        throw new StreamHasMovedException("contact points");
    }

    private static string Form(ListedContact contact) => $"{contact.Channel}:{contact.Address}";
}
