using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A text in several languages: the partial _Wordings.</summary>
/// <param name="Prefix">Of the ids on a page with several forms, e.g. "move."; names are without it.</param>
public sealed record WordingsField(WorkspacePage Page, string Prefix, string Field, string Word, IReadOnlyDictionary<string, string?>? Values, int Rows);

/// <summary>One language of it: _WordingField.</summary>
public sealed record WordingField(WorkspacePage Page, string Place, string Field, string Code, string? Value, int Rows, string Word);

/// <summary>Links, papers and things of ours: _References.</summary>
public sealed record ReferencesField(
    WorkspacePage Page, string Prefix, string Field, string Word, IReadOnlyList<ReferenceJson> Values, IReadOnlyList<(ReferenceKind Kind, Guid Id, string Title)> Ours);

/// <summary>What a list is narrowed by: _ListFilter.</summary>
/// <param name="Field">Of the stage or status: its name, its choices and what is chosen.</param>
public sealed record ListFilter(
    string Label, string Field, IReadOnlyList<(string Value, string Word)> Choices, string? Chosen, string? Country, Guid? Authority, Directory Names)
{
    /// <summary>Ours first, then where else an authority is that we talk with.</summary>
    public IEnumerable<string> Countries =>
        Domain.Languages.Country.All.Union(Names.Authorities.Select(row => row.Country).Order(StringComparer.Ordinal)).Append(Country ?? "").Where(code => code.Length > 0).Distinct();
}

/// <summary>The page before and the one after it, null where there is none: _Turns.</summary>
/// <param name="ByAge">The latest come first.</param>
public sealed record ListTurns(string? Before, string? After, bool ByAge);

/// <summary>When and where: _MeetingTime.</summary>
public sealed record MeetingTimeField(WorkspacePage Page, string Prefix, string? Begins, string? Ends, string? Zone, string? Country, string? Place);

/// <summary>One of our countries or any other: _Country.</summary>
public sealed record CountryField(WorkspacePage Page, string Prefix, string? Chosen);

/// <summary>Why something is done: _Reason.</summary>
public sealed record ReasonField(DialoguePage Page, string Form);

/// <summary>Until when: _Due.</summary>
public sealed record DueField(DialoguePage Page, string Prefix, DueJson? Due);

/// <summary>From one day to another: _Days.</summary>
public sealed record DaysField(WorkspacePage Page, string Prefix, string? From, string? Until);
