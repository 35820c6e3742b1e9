using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Signs by text message: the number says who, the message says what. What cannot be done is said in the officer's language.</summary>
public sealed class TextedSignOns(
    Decider decider, FocalPoints officers, OrganisationReads organisations, StatementReads statements, Signing signing, RegisterReads register)
{
    /// <summary>What to answer; null: nothing, for it is about something else, or from somebody we do not know.</summary>
    public async Task<string?> Take(SmsReceived text, CancellationToken ct)
    {
        if (EndorseText.Read(text.Body) is not { } wish || await officers.ByPhone(text.From, ct) is not { Count: > 0 } people) return null;
        var language = people[0].Language;
        if (wish.Number is not { } number) return WordsIn.Of(language, "sms-sign.how");
        var rows = await organisations.Some([.. people.Select(person => person.OrganisationId).Distinct()], ct);
        var meant = wish.Organisation is null ? rows : [.. rows.Where(row => IsMeant(row, wish.Organisation))];
        if (meant.Count != 1) return WordsIn.Of(language, "sms-sign.which", string.Join(", ", rows.Select(row => row.Acronym ?? OrganisationReads.Name(row, language).Name)), number);
        if (await statements.ByNumber(number, ct) is not { } statement) return WordsIn.Sentence(language, StatementRefusals.NoSuchStatement);
        return await Sign(wish, statement, people.First(person => person.OrganisationId == meant[0].Id), meant[0], ct);
    }

    private async Task<string> Sign(EndorseText wish, StatementRow row, FocalPoint officer, OrganisationRow organisation, CancellationToken ct)
    {
        var (statement, _) = await decider.Load(Statement.Fold, row.Id, ct);
        if (statement.For(officer.Language, authentic: true) is not { } text) return WordsIn.Sentence(officer.Language, StatementRefusals.NoSuchStatement);
        var answer = await signing.Sign(new SigningWish(
            row.Id, organisation.Id, officer.Id, text.Text.Language, text.Hash, SignOnChannel.Sms, wish.Sealed ? Display.Sealed : Display.Shown, officer.Capacity), ct);
        var name = organisation.Acronym ?? OrganisationReads.Name(organisation, officer.Language).Name;
        if (answer.Refused && answer.Refusals[0].Code != SignOnRefusals.AlreadySigned.Code) return WordsIn.Sentence(officer.Language, answer.Refusals[0]);
        var id = SignOnId.Of(row.Id, organisation.Id);
        var (signOn, _) = await decider.Load(SignOn.Fold, id, ct);
        var code = await register.ReceiptOf(id, ct) ?? "";
        return answer.Refused
            ? WordsIn.Of(officer.Language, "sms-sign.already", name, row.Number, Languages.Hour(signOn.Last!.At, row.Zone, officer.Language), code)
            : WordsIn.Of(officer.Language, signOn.Last!.Display == Display.Sealed ? "sms-sign.done-sealed" : "sms-sign.done", name, row.Number, code);
    }

    private static bool IsMeant(OrganisationRow row, string typed)
    {
        var key = NameKey.OfAcronym(typed);
        return row.Acronym is { } acronym && NameKey.WithoutAccents(NameKey.OfAcronym(acronym)) == key
            || row.Names.Any(name => NameKey.WithoutAccents(NameKey.OfSearch(name)) == key);
    }
}
