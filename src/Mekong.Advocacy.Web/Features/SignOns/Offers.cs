using System.Text.Json;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Whoever asks by the public form; it lies sealed.</summary>
public sealed record Offerer(string Name, string? Capacity, string Email, string? Phone, string Country, string Language, string? Website = null);

/// <summary>An offer as it was kept.</summary>
/// <param name="OrganisationId">Null: a person for themselves.</param>
/// <param name="Domain">Which the address shares with the organisation's website; null: it proves nothing.</param>
/// <param name="Founded">The organisation was first heard of by this offer.</param>
/// <param name="Review">Why somebody of the office should look: "quick", "crowd", "domain", "like", "member".</param>
/// <param name="AdmittedAt">When somebody had looked at a doubtful one and found it good.</param>
public sealed record Offer(
    long Number, Guid SignOnId, Guid StatementId, Guid? OrganisationId, Guid? OfficerId, int TextVersion, string TextLanguage, string TextHash, Display Display,
    string? Domain, bool Founded, string[] Review, byte[] PersonSealed, DateTimeOffset OfferedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? AdmittedAt)
{
    public SignedText Text => new(TextVersion, TextLanguage, TextHash);

    /// <summary>Came in a way that signatures do not come: it is not counted before somebody has looked, whoever confirms it.</summary>
    public bool IsDoubtful => AdmittedAt is null && Review.Any(why => why is Arrival.Quick or Arrival.Crowd or Arrival.Domain);

    /// <summary>One of very many: a mail might go to somebody who never asked.</summary>
    public bool IsMass => AdmittedAt is null && Review.Any(why => why is Arrival.Crowd or Arrival.Domain);
}

/// <summary>Keeps offers of the public form: one for each address and sign-on; the last one stands, but for what was doubtful of the first or not.</summary>
public sealed class Offers(ITables tables, IVault vault, TimeProvider clock)
{
    public const string Purpose = "sign-on-offer";

    public static readonly TimeSpan LinkLives = TimeSpan.FromDays(14);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90), BetweenMails = TimeSpan.FromMinutes(30), Day = TimeSpan.FromDays(1);

    private const int MostMailsADay = 5;

    private const string Columns = "number, sign_on_id, statement_id, organisation_id, officer_id, text_version, text_language, text_hash, display, domain, founded, review, person_sealed, offered_at, confirmed_at, admitted_at";

    public async Task<Offer> Keep(
        Guid signOnId, Guid statementId, Guid? organisationId, SignedText text, Display display, string? domain, bool founded, string[] review, Offerer person, string? range, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Forget(now, ct);
        return (await tables.Query<Offer>($"""
            insert into advocacy.offers as o (sign_on_id, statement_id, organisation_id, officer_id, text_version, text_language, text_hash, display, domain, founded, review, person_sealed, email_fingerprint, place, mail_domain, offered_at)
            values (@signOnId, @statementId, @organisationId, @officerId, @version, @language, @hash, @display, @domain, @founded, @review, @person, @print, @place, @at, @now)
            on conflict (sign_on_id, email_fingerprint) do update set text_version = excluded.text_version, text_language = excluded.text_language, text_hash = excluded.text_hash,
              display = excluded.display, domain = excluded.domain, person_sealed = excluded.person_sealed, offered_at = excluded.offered_at,
              place = excluded.place, mail_domain = excluded.mail_domain,
              founded = o.founded or excluded.founded
            returning {Columns}
            """, new
        {
            signOnId,
            statementId,
            organisationId,
            officerId = organisationId is null ? (Guid?)null : Guid.CreateVersion7(now),
            version = text.Version,
            language = text.Language,
            hash = text.Hash,
            display = display.ToString(),
            domain,
            founded,
            review,
            person = vault.Seal(JsonSerializer.Serialize(person)),
            print = Print(person.Email),
            place = range is null ? null : PlacePrint(range),
            at = DomainPrint(Mailboxes.DomainOf(person.Email) ?? ""),
            now,
        }, ct))[0];
    }

    public async Task<Offer?> Find(long number, CancellationToken ct) =>
        await tables.Query<Offer>($"select {Columns} from advocacy.offers where number = @number", new { number }, ct) is [var offer] ? offer : null;

    /// <summary>Whoever waits behind a sign-on; to be told to the office, which records that it reads them.</summary>
    public Task<IReadOnlyList<Offer>> Of(Guid signOnId, CancellationToken ct) =>
        tables.Query<Offer>($"select {Columns} from advocacy.offers where sign_on_id = @signOnId order by number", new { signOnId }, ct);

    public Offerer Open(Offer offer) => JsonSerializer.Deserialize<Offerer>(vault.Open(offer.PersonSealed))!;

    /// <summary>Whether this domain is the one under which the organisation came to us by a form.</summary>
    public async Task<bool> Founded(Guid organisationId, string domain, CancellationToken ct) => (await tables.Query<int>(
        "select 1 from advocacy.offers where organisation_id = @organisationId and founded and domain = @domain limit 1", new { organisationId, domain }, ct)).Count > 0;

    /// <summary>False: a mail left a moment ago, or the address has had enough of them today. Whoever did not ask for them must not suffer.</summary>
    public async Task<bool> MayMail(Offer offer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await tables.Execute("""
            update advocacy.offers o set mailed_at = @now where number = @Number and (mailed_at is null or mailed_at < @pause)
              and (select count(*) from advocacy.offers other where other.email_fingerprint = o.email_fingerprint and other.mailed_at > @day) < @most
            """, new { offer.Number, now, pause = now - BetweenMails, day = now - Day, most = MostMailsADay }, ct) > 0;
    }

    /// <summary>Somebody has looked at these: their links count from now on.</summary>
    public Task<IReadOnlyList<Offer>> Admit(IReadOnlyList<Guid> signOns, CancellationToken ct) => tables.Query<Offer>(
        $"update advocacy.offers set admitted_at = coalesce(admitted_at, @now) where sign_on_id = any(@signOns) returning {Columns}", new { signOns = signOns.ToArray(), now = clock.GetUtcNow() }, ct);

    public Task Confirmed(long number, CancellationToken ct) =>
        tables.Execute("update advocacy.offers set confirmed_at = coalesce(confirmed_at, @now) where number = @number", new { number, now = clock.GetUtcNow() }, ct);

    /// <summary>The one endorser of this statement behind an address: it says nothing of who it is, and nothing beside another statement.</summary>
    public Guid IndividualOf(Guid statementId, string email)
    {
        var id = vault.Fingerprint($"individual/{statementId}/{Mailboxes.Of(email)}")[..16];
        (id[6], id[8]) = ((byte)((id[6] & 0x0F) | 0x80), (byte)((id[8] & 0x3F) | 0x80)); // UUID version 8, RFC 9562
        return new Guid(id, bigEndian: true);
    }

    // Not the form of other lists: a stolen dump does not tell who is on both.
    private byte[] Print(string email) => vault.Fingerprint($"offer/email:{Mailboxes.Of(email)}");

    internal byte[] PlacePrint(string range) => vault.Fingerprint($"offer/range:{range}")[..8];

    internal byte[] DomainPrint(string domain) => vault.Fingerprint($"offer/domain:{domain}")[..8];

    private async Task Forget(DateTimeOffset now, CancellationToken ct)
    {
        await tables.Execute("delete from advocacy.offers where confirmed_at is null and offered_at < @before", new { before = now - Kept }, ct);
        await tables.Execute("update advocacy.offers set place = null where place is not null and offered_at < @before", new { before = now - LinkLives }, ct);
    }
}
