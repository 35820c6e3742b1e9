using System.Globalization;
using System.Text.Json;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

using Api = Sending.Api;

/// <summary>A running platform on which the office talks with a ministry.</summary>
public sealed class DialogueDesk(TestPostgres postgres) : IAsyncLifetime
{
    internal Network Network { get; private set; } = null!;
    internal Site Site { get; private set; } = null!;
    internal Api Coordinator { get; private set; } = null!;
    internal Api Approver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Network = await Network.Create(postgres);
        Site = await Network.Open();
        (Coordinator, Approver) = (await Site.As(Role.Coordinator), await Site.As(Role.Approver));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Network.DisposeAsync();
    }

    /// <summary>In a country, so many days from now.</summary>
    internal DateOnly Day(string country, int later = 0) => CountryDays.DayAt(Network.Clock.GetUtcNow(), country).AddDays(later);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal async Task<(Guid Id, Guid Post)> Authority(string name = "Ministry of Labour", string country = "KH", string? holder = null)
    {
        var id = Made(await Coordinator.Post("/authorities", new { names = new { en = name, km = "ក្រសួង" }, country }));
        var post = Made(await Coordinator.Post($"/authorities/{id}/posts", new { titles = new { en = "Director General" } }));
        if (holder is not null) Made(await Coordinator.Post($"/authorities/{id}/posts/{post}/holders", new { name = holder, from = "2025-03-01" }));
        return (id, post);
    }

    internal async Task<Guid> Forum(int inDays = 30) => Made(await Coordinator.Post("/forums", new
    {
        names = new { en = "Regional labour forum", lo = "ເວທີແຮງງານ" },
        country = "LA",
        city = "Vientiane",
        zone = "Asia/Vientiane",
        from = Text(Day("LA", inDays)),
        until = Text(Day("LA", inDays + 1)),
    }));

    /// <summary>It began an hour ago.</summary>
    internal async Task<Guid> Dialogue(Guid authority, Guid post, string attribution = "attributed", Guid? forumId = null)
    {
        var began = Network.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).AddHours(-1);
        return Made(await Coordinator.Post("/dialogues", new
        {
            titles = new { en = "Return with dignity", km = "វិលត្រឡប់" },
            kind = "symposium",
            begins = began.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            ends = began.AddHours(8).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            zone = "Asia/Phnom_Penh",
            country = "KH",
            place = "Phnom Penh",
            authorities = new[] { new { authorityId = authority, postId = post } },
            attribution,
            forumId,
            links = new[] { new { kind = "film", title = "The road back", language = "km", url = "https://film.example/a" } },
        }));
    }

    internal async Task<Guid> Recommendation(Guid authority, string title) =>
        Made(await Coordinator.Post("/recommendations", new { titles = new { en = title }, texts = new { en = title + ", please." }, authorityId = authority }));

    internal object Promise(Guid authority, Guid post, object due, Guid? dialogueId = null, Guid[]? recommendations = null, bool confidential = false, Guid? id = null, string country = "KH") => new
    {
        id,
        words = "We shall issue an instruction.",
        language = "en",
        translations = new { km = "យើងនឹងចេញសេចក្តីណែនាំ" },
        source = new { kind = "recording", url = "https://press.example/a", detail = "minute 14" },
        strength = "promise",
        authorityId = authority,
        postId = post,
        recommendations,
        dialogueId,
        madeOn = Text(Day(country)),
        due,
        confidential,
    };

    /// <summary>An organisation with a focal point who is reached at an address.</summary>
    internal async Task<Guid> Member(string name, string email, string standing = "member")
    {
        var id = Made(await Coordinator.Post("/organisations", new { names = new { en = name }, country = "KH", standing }));
        Made(await Coordinator.Post($"/organisations/{id}/focal-points", new { name = $"Officer of {name}", capacity = "Director", email, language = "en" }));
        return id;
    }

    internal async Task<JsonElement> Commitment(Guid id) => (await Coordinator.Get($"/commitments/{id}")).Json;

    internal Task Is(Guid id, string field, string value) => Until.Sees(
        async () => (await Commitment(id)).GetProperty("commitment").GetProperty(field).ToString(), now => now == value, $"{field} is {value}");
}
