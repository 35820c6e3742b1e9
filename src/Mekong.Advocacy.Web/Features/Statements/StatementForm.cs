using System.Globalization;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>An addressee as typed. The key is the line's own, so that what is kept for it stays with it.</summary>
public sealed record AddresseeForm(string Key, string Office, string Language, string Country, string Contact)
{
    public bool IsEmpty => Office.Length + Contact.Length == 0;
}

/// <summary>A statement as typed: hours in the named zone, texts by language, addressees by line.</summary>
/// <param name="Id">A new one's is chosen by its first page, so that saving twice writes one statement.</param>
public sealed record StatementForm(
    Guid Id, string Name, string OpensAt, string ClosesAt, string Zone, string EmbargoUntil, bool Outside, bool Individuals, string Silence,
    IReadOnlyDictionary<string, StatementTextJson> Texts, IReadOnlyList<AddresseeForm> Addressees)
{
    public const int MostAddressees = 6;

    private const string Prefix = "Form.";

    public static string NameOf(string field) => Prefix + field;

    public static string NameOf(string language, string field) => $"{Prefix}Texts[{language}].{field}";

    public static string NameOf(int line, string field) => $"{Prefix}Addressees[{line}].{field}";

    /// <param name="field">What was posted or kept under a name; null: nothing.</param>
    public static StatementForm Read(Guid? id, Func<string, string?> field)
    {
        string Of(string name) => field(name)?.Trim() ?? "";
        return new(
            id ?? (Guid.TryParse(Of(NameOf("Id")), CultureInfo.InvariantCulture, out var chosen) ? chosen : Guid.Empty),
            Of(NameOf("Name")), Of(NameOf("OpensAt")), Of(NameOf("ClosesAt")), Of(NameOf("Zone")), Of(NameOf("EmbargoUntil")),
            Of(NameOf("Outside")) == "true", Of(NameOf("Individuals")) == "true", Of(NameOf("Silence")),
            Language.All.ToDictionary(code => code, code => new StatementTextJson(
                field(NameOf(code, "Title")) ?? "", field(NameOf(code, "Body")) ?? "", Enum.TryParse<TextRole>(Of(NameOf(code, "Role")), out var role) ? role : TextRole.Authentic)),
            [.. Enumerable.Range(1, MostAddressees).Select(line => new AddresseeForm(
                $"a{line}", Of(NameOf(line, "Office")), Of(NameOf(line, "Language")), Of(NameOf(line, "Country")), Of(NameOf(line, "Contact"))))]);
    }

    public static StatementForm Blank(Guid id) => Read(id, _ => null) with { Zone = "Asia/Bangkok", Silence = nameof(SilenceRule.Carry) };

    public static StatementForm From(Guid id, StatementContent content)
    {
        var zone = content.Window?.Zone ?? "Asia/Bangkok";
        return new(
            id, content.Name, Local(content.Window?.OpensAt, zone), Local(content.Window?.ClosesAt, zone), zone, Local(content.EmbargoUntil, zone), content.Who.Outside,
            content.Who.Individuals, content.Silence.ToString(),
            Language.All.ToDictionary(code => code, code => content.In(code) is { } text ? new StatementTextJson(text.Title, text.Body, text.Role) : new StatementTextJson("", "")),
            [.. Enumerable.Range(1, MostAddressees).Select(line => content.Addressees.ElementAtOrDefault(line - 1) is { } to
                ? new AddresseeForm(to.Key, to.Office, to.Language, to.Country ?? "", "") : new AddresseeForm($"a{line}", "", "", "", ""))]);
    }

    public StatementJson ToJson() => new(
        Name, Texts, [.. Addressees.Where(to => !to.IsEmpty).Select(to => new AddresseeJson(to.Key, to.Office, to.Language, to.Country.Length == 0 ? null : to.Country, to.Contact))],
        OpensAt, ClosesAt, Zone, EmbargoUntil, Outside, Individuals, Enum.TryParse<SilenceRule>(Silence, out var rule) ? rule : SilenceRule.Carry);

    private static string Local(DateTimeOffset? at, string zone) => at is null ? ""
        : CountryClock.In(at.Value, zone).ToString("uuuu'-'MM'-'dd'T'HH':'mm", CultureInfo.InvariantCulture);
}
