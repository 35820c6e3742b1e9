using System.Globalization;
using System.Security.Cryptography;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>What an officer wants to do: put their organisation's name under the text they have read.</summary>
/// <param name="Language">In which they read it, under the hash that stood beside it.</param>
public sealed record SigningWish(
    Guid StatementId, Guid OrganisationId, Guid OfficerId, string Language, string TextHash, SignOnChannel Channel, Display Display, string? Capacity = null,
    Guid? EvidenceId = null);

/// <summary>The one way to a sign-on, whatever it came by: the server's clock, the statement, the organisation and the mandate of this moment.</summary>
public sealed class Signing(Decider decider, FocalPoints officers, TimeProvider clock)
{
    public async Task<Answer> Sign(SigningWish wish, CancellationToken ct)
    {
        var (signature, refusal) = await Prepare(wish, needsMandate: true, ct);
        if (signature is null) return refusal;
        var id = SignOnId.Of(wish.StatementId, wish.OrganisationId);
        var answer = await decider.Decide(SignOn.Fold, id, signOn => signOn.Sign(signature), ct);
        return answer.Refusals is [{ Code: var code }] && code == SignOnRefusals.AlreadySigned.Code ? await WhoSigned(id, wish.StatementId, ct) : answer;
    }

    /// <summary>By whom and when, in the reader's language: it is the same organisation's officer, or the secretariat.</summary>
    private async Task<Answer> WhoSigned(Guid id, Guid statementId, CancellationToken ct)
    {
        var ((signOn, _), (statement, _)) = (await decider.Load(SignOn.Fold, id, ct), await decider.Load(Statement.Fold, statementId, ct));
        var officer = signOn.Last!.OfficerId is { } officerId ? await officers.Find(officerId, ct) : null;
        var hour = Languages.Hour(signOn.Last.At, statement.Window!.Zone, CultureInfo.CurrentUICulture.Name);
        return SignOnRefusals.AlreadySigned with { Detail = $"{officer?.Name ?? signOn.Last.Capacity} · {hour}".TrimStart(' ', '·') };
    }

    /// <summary>Everything but the endorser's own past, which is the sign-on's to judge.</summary>
    public async Task<(Signature? Signature, Refusal? Refusal)> Prepare(SigningWish wish, bool needsMandate, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (statement, _) = await decider.Load(Statement.Fold, wish.StatementId, ct);
        var text = new SignedText(statement.Version, wish.Language, wish.TextHash);
        if (statement.WhyNotSign(text, now) is { } closed) return (null, closed);
        var (organisation, _) = await decider.Load(Organisation.Fold, wish.OrganisationId, ct);
        if (organisation.Profile is not { } profile) return (null, OrganisationRefusals.NoSuchOrganisation);
        if (organisation.Kind == OrganisationKind.Outside && !statement.Content!.Who.Outside) return (null, SignOnRefusals.OutsideNotInvited);
        if (needsMandate && !organisation.Standing.MayEndorse()) return (null, SignOnRefusals.NotAMember);
        var mandate = organisation.MandateOf(wish.OfficerId, wish.StatementId, now);
        if (needsMandate && mandate is null) return (null, SignOnRefusals.NoMandate);
        var (signOn, _) = await decider.Load(SignOn.Fold, SignOnId.Of(wish.StatementId, wish.OrganisationId), ct);
        var salt = signOn.Last is { } earlier ? Convert.FromHexString(earlier.Salt) : RandomNumberGenerator.GetBytes(EndorserCommitment.SaltLength); // one for all versions
        return (new Signature(
            wish.StatementId, wish.OrganisationId, EndorserKind.Organisation, text, profile.Names, profile.Country, wish.OfficerId, wish.Capacity,
            mandate is null ? null : new SignedMandate(mandate.Id, mandate.Kind.ToString().ToLowerInvariant()), wish.Channel, wish.EvidenceId, wish.Display,
            Convert.ToHexStringLower(salt), EndorserCommitment.Of(salt, wish.OrganisationId, [.. profile.Names.Select(name => (name.Language, name.Name))], profile.Country), now), null);
    }
}
