using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Alerts;

namespace Mekong.Advocacy.Web.Features.Statements;

public sealed record StatementTextJson(string? Title, string? Body, TextRole Role = TextRole.Authentic);

public sealed record AddresseeJson(string? Key, string? Office, string? Language, string? Country = null, string? Contact = null);

/// <summary>A statement's content as the API takes it. Hours are local times in the named zone.</summary>
public sealed record StatementJson(
    string? Name, IReadOnlyDictionary<string, StatementTextJson>? Texts, IReadOnlyList<AddresseeJson>? Addressees, string? OpensAt, string? ClosesAt, string? Zone,
    string? EmbargoUntil = null, bool Outside = false, bool Individuals = false, SilenceRule Silence = SilenceRule.Carry)
{
    /// <summary>The content, or what could not be read of it, each at its field.</summary>
    public (StatementContent Content, IReadOnlyList<Refusal> Faults) Read(DateTimeOffset now)
    {
        var faults = new List<Refusal>();
        var (opens, closes, embargo) = (Hour(OpensAt, "opensAt", now, faults), Hour(ClosesAt, "closesAt", now, faults), Hour(EmbargoUntil, "embargoUntil", now, faults));
        return (new StatementContent(
            Name ?? "",
            [.. (Texts ?? new Dictionary<string, StatementTextJson>()).Where(pair => !IsEmpty(pair.Value)).Select(pair => new StatementText(pair.Key, pair.Value.Role, pair.Value.Title ?? "", pair.Value.Body ?? ""))],
            [.. (Addressees ?? []).Select(to => new Addressee(to.Key?.Trim() ?? "", to.Office?.Trim() ?? "", to.Language ?? "", to.Country))],
            opens is { } from && closes is { } until ? new SignOnWindow(from, until, Zone!) : null,
            embargo,
            new WhoMaySign(Outside, Individuals),
            Silence), faults);
    }

    private static bool IsEmpty(StatementTextJson text) => string.IsNullOrWhiteSpace(text.Title + text.Body);

    private DateTimeOffset? Hour(string? text, string field, DateTimeOffset now, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (hour, refusal) = LocalHour.Parse(text, Zone, now);
        if (refusal is not null) faults.Add(refusal.Field == "zone" ? refusal : refusal with { Field = field });
        return hour?.At;
    }
}
