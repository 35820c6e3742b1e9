using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>Organisations that sign statements, and now and then withdraw or are struck out: the same for the same numbers.</summary>
internal static class RegisterLog
{
    private const string Hash = "9d21ef0961c419fb34b7ea99fc2cfa0691395c0e681262250774dce52bc6a287";
    private static readonly DateTimeOffset Opens = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    public static Guid Statement(int number) => Id(5, number);

    /// <summary>What happens to one organisation's sign-on: one event, or two for every tenth.</summary>
    public static StreamAppend SignOn(int statement, int organisation)
    {
        var (id, endorser) = (Statement(statement), Id(6, organisation));
        var salt = Id(7, (statement * 1_000_000) + organisation).ToByteArray();
        OrganisationName[] names = [new("km", $"សមាគមទី {organisation}"), new("en", $"Association {organisation}")];
        var commitment = EndorserCommitment.Of(salt, endorser, [.. names.Select(name => (name.Language, name.Name))], "KH");
        var at = Opens.AddSeconds(organisation).AddTicks(1234560);
        var signature = new Signature(id, endorser, EndorserKind.Organisation, new SignedText(1, organisation % 3 == 0 ? "km" : "en", Hash), names, "KH", Id(8, organisation),
            "នាយិកា", new SignedMandate(Id(9, organisation), "board"), SignOnChannel.MemberPage, null, Display.Shown, Convert.ToHexStringLower(salt), commitment, at);
        SignOnEvent[] acts = (organisation % 20) switch
        {
            7 => [new SignedOn(signature), new SignOnWithdrawn(signature.Mark, Id(8, organisation), "ក្រុមប្រឹក្សាបានសម្រេចផ្សេង។", false, at.AddHours(1))],
            13 => [new SignedOn(signature), new SignOnInvalidated(signature.Mark, Id(8, 0), null, "Signed twice.", at.AddHours(2))],
            _ => [new SignedOn(signature)],
        };
        return new($"sign-on-{SignOnId.Of(id, endorser)}", 0, acts);
    }

    private static Guid Id(byte kind, int number) => new(number, kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, kind);
}
