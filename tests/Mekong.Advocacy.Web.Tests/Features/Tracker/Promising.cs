using System.Globalization;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Tracker;

using Api = Sending.Api;

/// <summary>A running platform on which a coordinator writes down what was asked and promised, and an approver looks at what became of it.</summary>
public sealed class Promising(TestPostgres postgres) : IAsyncLifetime
{
    private Network network = null!;

    internal Network Network => network;
    internal Site Site { get; private set; } = null!;
    internal Api Coordinator { get; private set; } = null!;
    internal Api Approver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        network = await Network.Create(postgres);
        Site = await network.Open();
        (Coordinator, Approver) = (await Site.As(Role.Coordinator), await Site.As(Role.Approver));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await network.DisposeAsync();
    }

    internal DateOnly Today => DateOnly.FromDateTime(network.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal async Task<(Guid Authority, Guid Post)> Ministry(string name = "Ministry of Labour", string country = "KH")
    {
        var authority = Made(await Coordinator.Post("/authorities", new { names = new { en = name, km = "ក្រសួងការងារ" }, country }));
        return (authority, Made(await Coordinator.Post($"/authorities/{authority}/posts", new { titles = new { en = "Secretary of State" } })));
    }

    internal async Task<Guid> Forum(int inDays = 40) => Made(await Coordinator.Post("/forums", new
    {
        names = new { en = "Regional labour forum", th = "เวทีแรงงาน" },
        country = "LA",
        city = "Vientiane",
        zone = "Asia/Vientiane",
        from = Day(Today.AddDays(inDays)),
        until = Day(Today.AddDays(inDays + 1)),
    }));

    internal async Task<Guid> Dialogue((Guid Authority, Guid Post) ministry, string title, Guid? forum = null, Guid[]? organisations = null, string attribution = "Attributed", int inDays = 3)
    {
        var day = Day(Today.AddDays(inDays));
        return Made(await Coordinator.Post("/dialogues", new
        {
            titles = new { en = title },
            kind = "meeting",
            begins = $"{day}T09:00",
            ends = $"{day}T11:00",
            zone = "Asia/Phnom_Penh",
            country = "KH",
            place = "Phnom Penh, ministry",
            authorities = new[] { new { authorityId = ministry.Authority, postId = ministry.Post } },
            organisations = organisations ?? [],
            attribution = attribution == "Attributed" ? "attributed" : "chatham-house",
            forumId = forum,
        }));
    }

    internal async Task<Guid> Asked((Guid Authority, Guid Post) ministry, string title, Guid? forum = null, Guid? dialogue = null)
    {
        var id = Made(await Coordinator.Post("/recommendations", new { titles = new { en = title, km = "សំណើ" }, texts = new { en = "In full." }, authorityId = ministry.Authority, postId = ministry.Post }));
        if (forum is not null || dialogue is not null)
            Made(await Coordinator.Post($"/recommendations/{id}/presentations", new { id = Guid.NewGuid(), forumId = forum, dialogueId = dialogue, on = Day(Today) }));
        return id;
    }

    internal async Task<Guid> Promised((Guid Authority, Guid Post) ministry, string words, object due, Guid[]? answers = null, bool confidential = false, Guid? dialogue = null) =>
        Made(await Coordinator.Post("/commitments", new
        {
            words,
            language = "en",
            translations = new { km = "ការសន្យា" },
            source = new { kind = "press", url = "https://example.org/said", detail = "page 3" },
            strength = "promise",
            authorityId = ministry.Authority,
            postId = ministry.Post,
            recommendations = answers ?? [],
            dialogueId = dialogue,
            madeOn = Day(Today),
            due,
            confidential,
        }));

    internal object On(int inDays) => new { kind = "date", date = Day(Today.AddDays(inDays)) };

    internal static object Before(Guid forum, int days = 7) => new { kind = "forum", forumId = forum, daysBefore = days };

    internal async Task<int> NumberOf(string what, Guid id) => (int)await network.Number($"select number from advocacy.{what} where id = '{id}'");

    /// <summary>Shown by one, looked at by another.</summary>
    internal async Task Became(Guid commitment, string status, string evidence = "The decree, in the gazette")
    {
        var proposal = Made(await Coordinator.Post($"/commitments/{commitment}/proposals", new { status, evidence = new[] { new { kind = "publication", title = evidence, url = "https://example.org/decree" } }, note = "For colleagues only." }));
        Done(await Approver.Post($"/commitments/{commitment}/proposals/{proposal}/review", new { accepted = true }));
    }
}
