using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// A statement as the public meets it: open to everybody, in three languages, corrected once, with a long list of which one is sealed, and an offer that waits.
/// The office sees more: one held, one withdrawn, one found false, one to verify, and a new version that waits for its approvals.
/// </summary>
internal sealed record PublicStage(string[] Doors, string[] Faces)
{
    private static readonly Guid Second = new("c41b0000-0000-0000-0000-000000000003");

    private static readonly StatementText[] Texts =
    [
        new("en", TextRole.Authentic, "Pay what is owed", "Workers were sent home without their wages.\n\n- Pay within **thirty days**.\n- Open the books."),
        new("km", TextRole.Authentic, "សូមបើកប្រាក់ឈ្នួលដែលនៅជំពាក់", "ពលករ​ត្រូវបាន​បញ្ជូន​ត្រឡប់​ដោយ​គ្មាន​ប្រាក់​ឈ្នួល។"),
        new("my", TextRole.Courtesy, "ပေးရန်ကျန်သော လုပ်ခကို ပေးပါ", "အလုပ်သမားများသည် လုပ်ခမရဘဲ အိမ်ပြန်ပို့ခံခဲ့ရသည်။"),
    ];

    public static async Task<PublicStage> Prepare(IServiceProvider services, CancellationToken ct)
    {
        var (decider, tables, now) = (services.GetRequiredService<Decider>(), services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var author = (await services.GetRequiredService<AccountDesk>().Ensure("author@example.org", Role.Coordinator)).Id;
        var (id, number) = (Guid.CreateVersion7(), (await tables.Query<int>("select nextval('advocacy.statement_numbers')::int", null, ct))[0]);
        await Do(statement => statement.Draft(author, number, new StatementContent(
            "Wages unpaid", Texts, [new Addressee("labour-ministry", "Ministry of Labour", "km", "KH")],
            new SignOnWindow(now.AddHours(-1), now.AddDays(2), "Asia/Phnom_Penh"), null, new WhoMaySign(Outside: true, Individuals: true), SilenceRule.Carry)));
        await Do(statement => statement.Freeze(author));
        foreach (var text in Texts) await Do(statement => statement.Approve(Second, text.Language, Seals.Of(text, 1).Hash));
        await Do(statement => statement.Open(now));
        await Do(statement => statement.IssueCorrigendum(Guid.CreateVersion7(), author, "en", "thirty days", "30 days", "As in the other texts."));
        var signed = new SignedText(1, "en", Seals.Of(Texts[0], 1).Hash);
        for (var n = 0; n < 130; n++) await Does(n, signOn => signOn.Sign(Signed(id, signed, n, now)));
        await Does(130, signOn => signOn.Offer(Signed(id, signed, 130, now)));
        await Does(3, signOn => signOn.Hold(Second, "The board was not asked.", now));
        await Does(4, signOn => signOn.Withdraw(null, "The board has met.", afterDelivery: false, now));
        await Does(5, signOn => signOn.Invalidate(author, null, "Signed in another's name.", now));
        await Do(statement => statement.ProposeRevision(author, [Texts[0] with { Body = Texts[0].Body.Replace("thirty", "twenty", StringComparison.Ordinal) }, .. Texts[1..]], now));
        var offers = services.GetRequiredService<Offers>();
        var offer = await offers.Keep(Guid.CreateVersion7(), id, null, signed, Display.Sealed, null, false, [], new Offerer("Sample", null, "sample@example.org", null, "LA", "lo"), null, ct);
        var office = $"/workspace/statements/{id}";
        return new(
            [$"/en/statements/{id}", $"/en/sign/{services.GetRequiredService<Links>().Token(Offers.Purpose, offer.Number)}", "/en/check?code=0000-0000-000", $"{office}/sign-ons/paper", $"{office}/texts"],
            [office, $"{office}/sign-ons", .. new[] { 3, 5, 130 }.Select(n => $"{office}/sign-ons/{SignOnId.Of(id, Endorser(n))}")]);

        async Task Does(int n, Func<SignOn, Decision<SignOnEvent>> decide) => Assert.Empty((await decider.Decide(SignOn.Fold, SignOnId.Of(id, Endorser(n)), decide, ct)).Refusals);

        async Task Do(Func<Statement, Decision<StatementEvent>> decide) => Assert.Empty((await decider.Decide(Statement.Fold, id, decide, ct)).Refusals);
    }

    private static Guid Endorser(int n) => new(n + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static Signature Signed(Guid id, SignedText text, int n, DateTimeOffset now)
    {
        var (endorser, salt, country) = (Endorser(n), Convert.FromHexString($"{n:x32}"), Domain.Languages.Country.All[n % 6]);
        OrganisationName[] names = [new("en", $"River House of Workers {n + 1}"), new("km", $"ផ្ទះទន្លេរបស់ពលករ {n + 1}")];
        return new(
            id, endorser, EndorserKind.Organisation, text, names, country, Guid.CreateVersion7(), null, null, SignOnChannel.MemberPage, null, n == 7 ? Display.Sealed : Display.Shown,
            Convert.ToHexStringLower(salt), EndorserCommitment.Of(salt, endorser, [.. names.Select(name => (name.Language, name.Name))], country), now.AddMinutes(-n));
    }
}
