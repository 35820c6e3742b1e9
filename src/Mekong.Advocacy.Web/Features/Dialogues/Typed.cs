using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Reads what was typed or posted; what could not be read is gathered, each at its field.</summary>
public sealed class Typed(DateTimeOffset now)
{
    private const int BuddhistEra = 543, NoYearOfOurs = 2400;

    private readonly List<Refusal> faults = [];

    public IReadOnlyList<Refusal> Faults => faults;

    public static ValueList<Wording> Wordings(IReadOnlyDictionary<string, string?>? typed) =>
        [.. (typed ?? new Dictionary<string, string?>()).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => new Wording(pair.Key, pair.Value!))];

    public static Dictionary<string, string?> Untyped(IReadOnlyList<Wording> wordings) => wordings.ToDictionary(one => one.Language, string? (one) => one.Text);

    /// <summary>In the order in which they were given; empty lines are left out.</summary>
    public ValueList<Reference> References(IReadOnlyList<ReferenceJson>? typed) => [.. (typed ?? []).Where(one => !one.IsEmpty).Select(one => one.Read())];

    /// <summary>"2027-01-31"; a year of the Buddhist era is understood as well.</summary>
    public DateOnly Day(string? typed, string field)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 10 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > NoYearOfOurs)
            text = $"{year - BuddhistEra:0000}{text[4..]}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2199) return day;
        faults.Add(DialogueRefusals.DayNotUnderstood.At(field, typed));
        return default;
    }

    public DateTimeOffset Hour(string? typed, string? zone, string field)
    {
        var (hour, refusal) = LocalHour.Parse(typed ?? "", zone, now);
        if (refusal is null && typed?.Trim() != LocalHour.Now) return hour!.At;
        faults.Add(refusal is null ? DialogueRefusals.DayNotUnderstood.At(field, typed) : refusal.Field == "zone" ? refusal : refusal with { Field = field });
        return default;
    }

    /// <summary>One of the words of a choice; nothing typed is none of them.</summary>
    public T Choice<T>(T? typed, string field) where T : struct, Enum
    {
        if (typed is { } known && Enum.IsDefined(known)) return known;
        faults.Add(DialogueRefusals.NotUnderstood.At(field));
        return default;
    }

    /// <summary>A word of a choice as addresses spell it: "in-progress". Nothing typed: null.</summary>
    public T? Word<T>(string? typed, string field) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (!char.IsAsciiDigit(typed[0]) && Enum.TryParse<T>(typed.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)) return value;
        faults.Add(DialogueRefusals.NotUnderstood.At(field, typed));
        return null;
    }

    public Guid Needed(Guid? typed, Refusal missing)
    {
        if (typed is { } id && id != Guid.Empty) return id;
        faults.Add(missing);
        return Guid.Empty;
    }

    public MeetingTime Time(string? begins, string? ends, string? zone) => new(Hour(begins, zone, "begins"), Hour(ends, zone, "ends"), zone ?? "");

    /// <summary>As a field of the form holds it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Local(DateTimeOffset at, string zone) => CountryClock.In(at, zone).ToString("uuuu'-'MM'-'dd'T'HH':'mm", CultureInfo.InvariantCulture);
}
