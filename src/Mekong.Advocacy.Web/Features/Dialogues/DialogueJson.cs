using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An authority at the table, and the office that speaks for it.</summary>
public sealed record PresenceJson(Guid? AuthorityId, Guid? PostId = null);

/// <summary>A dialogue as the API takes it and as its form is typed. Hours are local times in the named zone; texts are by language.</summary>
/// <param name="Id">Chosen by whoever sends it, so that sending twice enters one; null: we choose.</param>
public sealed record DialogueJson(
    Guid? Id, IReadOnlyDictionary<string, string?>? Titles, DialogueKind? Kind, string? Begins, string? Ends, string? Zone, string? Country, string? Place, Guid? HostId,
    IReadOnlyList<PresenceJson>? Authorities, IReadOnlyList<Guid>? Organisations, IReadOnlyDictionary<string, string?>? Agenda, Attribution? Attribution, Guid? ForumId,
    IReadOnlyList<ReferenceJson>? Links)
{
    /// <summary>The content, or what could not be read of it.</summary>
    public (DialogueContent Content, IReadOnlyList<Refusal> Faults) Read(DateTimeOffset now)
    {
        var typed = new Typed(now);
        var content = new DialogueContent(
            Typed.Wordings(Titles), typed.Choice(Kind, "kind"), typed.Time(Begins, Ends, Zone), Country ?? "", Place ?? "", HostId,
            [.. (Authorities ?? []).Where(one => one.AuthorityId is not null).Select(one => new Presence(one.AuthorityId!.Value, one.PostId))],
            [.. Organisations ?? []], Typed.Wordings(Agenda), Attribution ?? default, ForumId, typed.References(Links));
        return (content, typed.Faults);
    }

    public static DialogueJson Of(Guid id, DialogueContent content) => new(
        id, Typed.Untyped(content.Titles), content.Kind, Typed.Local(content.Time.Begins, content.Time.Zone), Typed.Local(content.Time.Ends, content.Time.Zone), content.Time.Zone,
        content.Country, content.Place, content.HostId, [.. content.Authorities.Select(one => new PresenceJson(one.AuthorityId, one.PostId))], [.. content.Organisations],
        Typed.Untyped(content.Agenda), content.Attribution, content.ForumId, [.. content.Links.Select(ReferenceJson.Of)]);
}

/// <summary>Another hour or place.</summary>
public sealed record MoveJson(string? Begins, string? Ends, string? Zone, string? Country, string? Place, string? Reason);

/// <summary>Minutes by language, and the papers that we keep of them.</summary>
public sealed record MinutesJson(IReadOnlyDictionary<string, string?>? Minutes, IReadOnlyList<Guid>? Files);
