using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A step as typed. The owner and what it is about are a kind and an id: "organisation:…".</summary>
/// <param name="Id">A new one's is chosen by its first page, so that saving twice writes one step.</param>
/// <param name="Checklist">One to a line.</param>
public sealed record FollowUpForm(
    Guid Id, string Step, string Language, string Owner, string Country, string Rule, string Date, string Forum, string DaysBefore, string WorkingDays, string After,
    string Condition, string Priority, string Checklist, string About)
{
    public static FollowUpForm Read(Guid? id, Func<string, string?> field)
    {
        string Of(string name) => field(name)?.Trim() ?? "";
        return new(
            id ?? (Guid.TryParse(Of("StepId"), CultureInfo.InvariantCulture, out var chosen) ? chosen : Guid.Empty), Of("Step"), Of("Language"), Of("Owner"), Of("Country"), Of("Rule"), Of("Date"),
            Of("Forum"), Of("DaysBefore"), Of("WorkingDays"), Of("After"), Of("Condition"), Of("Priority"), field("Checklist") ?? "", Of("About"));
    }

    public static FollowUpForm Blank(Guid id, string language, string about) =>
        Read(id, _ => null) with { Language = language, Country = "KH", Rule = "date", DaysBefore = "0", WorkingDays = "10", Priority = "3", About = about };

    public static FollowUpForm From(Guid id, FollowUpContent content)
    {
        var form = Blank(id, content.Language, content.About is { } about ? Key(about.Kind, about.Id) : "") with
        {
            Step = content.Step,
            Owner = Key(content.Owner.Kind, content.Owner.Id),
            Country = content.Country,
            Priority = content.Priority.ToString(CultureInfo.InvariantCulture),
            Checklist = string.Join('\n', content.Checklist.Select(item => item.Text)),
        };
        return content.Due switch
        {
            WorkingDaysAfter counted => form with { Rule = "working-days", WorkingDays = counted.Days.ToString(CultureInfo.InvariantCulture), After = Day(counted.From) },
            DueBy { Due: ByDate by } => form with { Rule = "date", Date = Day(by.Date) },
            DueBy { Due: ByForum by } => form with { Rule = "forum", Forum = by.ForumId.ToString(), DaysBefore = by.DaysBefore.ToString(CultureInfo.InvariantCulture) },
            DueBy { Due: OnCondition when } => form with { Rule = "condition", Condition = when.Condition.In(content.Language)?.Text ?? "" },
            _ => form,
        };
    }

    /// <param name="was">What is written now: a line that stays keeps its tick.</param>
    public FollowUpJson ToJson(FollowUpContent? was, Func<Guid> newId)
    {
        var lines = Checklist.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return new(
            Id, Step, Language, Read<OwnerKind>(Owner) is { } owner ? new OwnerJson(owner.Kind, owner.Id) : null, Country, Due(), Number(Priority) ?? 0,
            [.. lines.Select((line, at) => new ChecklistItemJson(was is null ? FollowUpJson.ItemId(at) : was.Checklist.FirstOrDefault(item => item.Text == line)?.Id ?? newId(), line))],
            Read<SubjectKind>(About) is { } about ? new SubjectJson(about.Kind, about.Id) : null);
    }

    public static string Key<TKind>(TKind kind, Guid id) where TKind : struct, Enum => $"{kind.ToString().ToLowerInvariant()}:{id}";

    private DueJson? Due() => Rule switch
    {
        "date" => Date.Length > 0 ? new(Date: Date) : null,
        "forum" => Guid.TryParse(Forum, CultureInfo.InvariantCulture, out var forum) ? new(ForumId: forum, DaysBefore: Number(DaysBefore) ?? 0) : null,
        "working-days" => new(WorkingDays: Number(WorkingDays) ?? -1, After: After),
        _ => new(Condition: new Dictionary<string, string> { [Language] = Condition }),
    };

    private static int? Number(string typed) => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (TKind Kind, Guid Id)? Read<TKind>(string key) where TKind : struct, Enum =>
        key.Split(':') is [var kind, var id] && Enum.TryParse<TKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) && Guid.TryParse(id, CultureInfo.InvariantCulture, out var guid)
            ? (known, guid) : null;
}
