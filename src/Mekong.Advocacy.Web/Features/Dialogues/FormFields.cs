using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Reads a form whose fields are called as the API calls them: "titles.km", "links.2.url".</summary>
/// <param name="field">What was posted or kept under a name; null: nothing.</param>
public sealed class FormFields(Func<string, string?> field)
{
    /// <summary>One more than is taken: what is too much is refused, never lost.</summary>
    public const int Lines = DialogueRules.Most + 1;

    public string Text(string name) => field(name) ?? "";

    public bool Flag(string name) => field(name) == "true";

    public Guid? Id(string name) => Guid.TryParse(field(name), CultureInfo.InvariantCulture, out var id) && id != Guid.Empty ? id : null;

    public int? Number(string name) => int.TryParse(field(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public T? Choice<T>(string name) where T : struct, Enum => Enum.TryParse<T>(field(name), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>One of ours, or two letters for any other.</summary>
    public string Country => Text("country").Length > 0 ? Text("country") : Text("elsewhere");

    /// <summary>By language; empty where nothing is typed.</summary>
    public Dictionary<string, string?> Wordings(string name) => Language.All.ToDictionary(code => code, code => field($"{name}.{code}"));

    /// <summary>Boxes that were ticked, one name for all of them; kept forms hold them line by line.</summary>
    public IReadOnlyList<Guid> Ids(string name) => [.. Text(name).Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>"authority/post", or "authority/" for none in particular.</summary>
    public PresenceJson? Office(string name) => Text(name).Split('/') is [var authority, var post] && Guid.TryParse(authority, CultureInfo.InvariantCulture, out var id)
        ? new(id, Guid.TryParse(post, CultureInfo.InvariantCulture, out var office) ? office : null) : null;

    public IReadOnlyList<PresenceJson> Offices(string name) => [.. Enumerable.Range(1, Lines).Select(line => Office($"{name}.{line}")).OfType<PresenceJson>()];

    public IReadOnlyList<ReferenceJson> References(string name) => [.. Enumerable.Range(1, Lines).Select(line => Reference($"{name}.{line}")).Where(one => !one.IsEmpty)];

    /// <summary>What we keep ourselves is chosen from a list, as "Statement/…"; its kind is known by that.</summary>
    private ReferenceJson Reference(string name)
    {
        var target = Text($"{name}.id").Split('/');
        var ours = target is [var kind, var id] && Enum.TryParse<ReferenceKind>(kind, out var known) && Guid.TryParse(id, CultureInfo.InvariantCulture, out var found)
            ? (Kind: known, Id: found) : ((ReferenceKind Kind, Guid Id)?)null;
        return new(ours?.Kind ?? Choice<ReferenceKind>($"{name}.kind"), Text($"{name}.title"), Text($"{name}.language"), Text($"{name}.url"), ours?.Id);
    }
}
