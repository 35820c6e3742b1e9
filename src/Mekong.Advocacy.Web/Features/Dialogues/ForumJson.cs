using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum as the API takes it and as its form is typed; days as "2027-11-09".</summary>
public sealed record ForumJson(Guid? Id, IReadOnlyDictionary<string, string?>? Names, string? Country, string? City, string? Zone, string? From, string? Until)
{
    public (ForumPlanned Plan, IReadOnlyList<Refusal> Faults) Read(DateTimeOffset now)
    {
        var typed = new Typed(now);
        return (new(Typed.Wordings(Names), Country ?? "", City ?? "", Zone ?? "", typed.Day(From, "from"), typed.Day(Until, "until")), typed.Faults);
    }
}

public sealed record ForumMoveJson(string? From, string? Until, string? City, string? Reason);

public sealed record NamesJson(IReadOnlyDictionary<string, string?>? Names);

public sealed record AuthorityJson(Guid? Id, IReadOnlyDictionary<string, string?>? Names, string? Country);

public sealed record PostJson(Guid? Id, IReadOnlyDictionary<string, string?>? Titles);

/// <param name="Id">Of the holder: a person in this post for this term.</param>
public sealed record TakeJson(Guid? Id, string? Name, string? From);

public sealed record LeaveJson(string? Until);
