using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>A person who may act for an organisation. The log knows the id alone.</summary>
/// <param name="Phone">E.164; gone with the e-mail address once they are removed.</param>
/// <param name="Capacity">What they are there, in their own words: "Director".</param>
public sealed record FocalPoint(
    Guid Id, Guid OrganisationId, string Name, string? Email, string? Phone, string Language, string Capacity, Guid? AccountId,
    DateTimeOffset NamedAt, DateTimeOffset? RemovedAt)
{
    public bool IsActive => RemovedAt is null;
}

/// <summary>Keeps focal points sealed and finds them by keyed hash. Whoever shows them to a person records that first (<see cref="ReadFocalPoints"/>).</summary>
public sealed class FocalPoints(ITables tables, IVault vault, IServiceScopeFactory scopes)
{
    /// <summary>Also one that was removed: what they signed still bears their name.</summary>
    public async Task<FocalPoint?> Find(Guid id, CancellationToken ct) => (await Query("id = @id", new { id }, ct)).SingleOrDefault();

    public Task<IReadOnlyList<FocalPoint>> Of(Guid organisationId, CancellationToken ct) => Query("organisation_id = @organisationId", new { organisationId }, ct);

    public Task<IReadOnlyList<FocalPoint>> OfAny(IReadOnlyCollection<Guid> organisations, CancellationToken ct) =>
        Query("organisation_id = any(@organisations)", new { organisations = organisations.ToArray() }, ct);

    /// <summary>Whose number this is; one person may be there for several organisations.</summary>
    /// <param name="phone">E.164.</param>
    public Task<IReadOnlyList<FocalPoint>> ByPhone(string phone, CancellationToken ct) =>
        Query("phone_fingerprint = @print and removed_at is null", new { print = PhonePrint(phone) }, ct);

    public Task<IReadOnlyList<FocalPoint>> ByEmail(string email, CancellationToken ct) =>
        Query("email_fingerprint = @print and removed_at is null", new { print = EmailPrint(email) }, ct);

    /// <summary>Whom an account stands for: the person it was given to, else whoever is reached at its address. Both are the office's to enter.</summary>
    public async Task<IReadOnlyList<FocalPoint>> ByAccount(Guid accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope(); // Identity alone opens its addresses, and lives no longer than a request
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(accountId.ToString());
        return await Query(
            "(account_id = @accountId or account_id is null and email_fingerprint = @print) and removed_at is null",
            new { accountId, print = account is { EmailConfirmed: true, Email: { } email } ? EmailPrint(email) : [] }, ct);
    }

    /// <summary>For one organisation; whom the account was given to comes first, and then nobody's address is opened.</summary>
    public async Task<FocalPoint?> ByAccount(Guid accountId, Guid organisationId, CancellationToken ct) =>
        (await Query("account_id = @accountId and organisation_id = @organisationId and removed_at is null", new { accountId, organisationId }, ct)) is [var given, ..]
            ? given : (await ByAccount(accountId, ct)).FirstOrDefault(officer => officer.OrganisationId == organisationId);

    /// <summary>Enters a person or describes them anew; false: the id belongs to another organisation.</summary>
    public async Task<bool> Keep(FocalPoint person, CancellationToken ct) => await tables.Execute("""
        insert into advocacy.focal_points as f
          (id, organisation_id, name_sealed, capacity_sealed, email_sealed, phone_sealed, email_fingerprint, phone_fingerprint, language, account_id, named_at)
        values (@Id, @OrganisationId, @name, @capacity, @email, @phone, @emailPrint, @phonePrint, @Language, @AccountId, @NamedAt)
        on conflict (id) do update set name_sealed = excluded.name_sealed, capacity_sealed = excluded.capacity_sealed, email_sealed = excluded.email_sealed,
          phone_sealed = excluded.phone_sealed, email_fingerprint = excluded.email_fingerprint, phone_fingerprint = excluded.phone_fingerprint,
          language = excluded.language, account_id = excluded.account_id, removed_at = null
        where f.organisation_id = excluded.organisation_id
        """, new
    {
        person.Id,
        person.OrganisationId,
        person.Language,
        person.AccountId,
        person.NamedAt,
        name = vault.Seal(person.Name),
        capacity = vault.Seal(person.Capacity),
        email = person.Email is null ? null : vault.Seal(person.Email),
        phone = person.Phone is null ? null : vault.Seal(person.Phone),
        emailPrint = person.Email is null ? null : EmailPrint(person.Email),
        phonePrint = person.Phone is null ? null : PhonePrint(person.Phone),
    }, ct) > 0;

    /// <summary>Address and number are gone; name and capacity stay for what was signed.</summary>
    public Task Forget(Guid id, DateTimeOffset at, CancellationToken ct) => tables.Execute("""
        update advocacy.focal_points set removed_at = coalesce(removed_at, @at), email_sealed = null, phone_sealed = null,
          email_fingerprint = null, phone_fingerprint = null, account_id = null
        where id = @id
        """, new { id, at }, ct);

    private async Task<IReadOnlyList<FocalPoint>> Query(string where, object parameters, CancellationToken ct)
    {
        var rows = await tables.Query<Row>($"""
            select id, organisation_id, name_sealed, capacity_sealed, email_sealed, phone_sealed, language, account_id, named_at, removed_at
            from advocacy.focal_points where {where} order by removed_at is not null, named_at, id
            """, parameters, ct);
        return [.. rows.Select(row => new FocalPoint(
            row.Id, row.OrganisationId, vault.Open(row.NameSealed), Opened(row.EmailSealed), Opened(row.PhoneSealed), row.Language,
            vault.Open(row.CapacitySealed), row.AccountId, row.NamedAt, row.RemovedAt))];
    }

    private string? Opened(byte[]? value) => value is null ? null : vault.Open(value);

    // Not the form of the subscribers' vault: a stolen dump does not tell who is both.
    private byte[] EmailPrint(string email) => vault.Fingerprint($"focal-point/email:{email.Trim().ToLowerInvariant()}");

    private byte[] PhonePrint(string phone) => vault.Fingerprint($"focal-point/phone:{phone}");

    private sealed record Row(
        Guid Id, Guid OrganisationId, byte[] NameSealed, byte[] CapacitySealed, byte[]? EmailSealed, byte[]? PhoneSealed, string Language, Guid? AccountId,
        DateTimeOffset NamedAt, DateTimeOffset? RemovedAt);
}
