using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Invitations;

using Mail = Sending.Mail;

/// <summary>A member and the officer who speaks for it.</summary>
internal sealed record Voice(Guid Id, Guid Officer, string Email, string? Phone);

/// <summary>A network of members on a running platform, and the statements that they are asked to sign.</summary>
internal sealed partial class Chamber : IAsyncDisposable
{
    private const string Zone = "Asia/Phnom_Penh";

    private int members;

    public required Network Network { get; init; }
    public required Site Site { get; init; }
    public required Desk Desk { get; init; }

    public DateTimeOffset Now => Network.Clock.GetUtcNow();

    public static async Task<Chamber> Open(TestPostgres postgres)
    {
        var network = await Network.Create(postgres);
        var site = await network.Open();
        return new() { Network = network, Site = site, Desk = await site.Desk() };
    }

    public async Task<Voice> Member(string name, string acronym, string language = "en", string? phone = null, bool mandate = true)
    {
        var id = Answers.Made(await Desk.Coordinator.Post("/organisations", new { names = new { en = name }, acronym, country = "KH", standing = "member" }));
        return await Officer(id, language, phone, mandate);
    }

    public async Task<Voice> Officer(Guid organisation, string language = "en", string? phone = null, bool mandate = true)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"officer{++members}@members.example");
        var officer = Answers.Made(await Desk.Coordinator.Post(
            $"/organisations/{organisation}/focal-points", new { name = $"Officer {members}", capacity = $"Director {members}", email, phone, language }));
        if (mandate) Answers.Made(await Desk.Coordinator.Post($"/organisations/{organisation}/mandates", new { officerId = officer, kind = "standing" }));
        return new(organisation, officer, email, phone);
    }

    /// <summary>Written, frozen, approved, and open from this second for ten days.</summary>
    public async Task<Guid> Opened(string silence = "carry", double days = 10)
    {
        var drafted = await Desk.Coordinator.Post("/statements", new
        {
            name = "Wages unpaid",
            texts = new { en = Worded("Pay the wages", "Pay **every** worker."), km = Worded("សូមបើកប្រាក់ឈ្នួល", "សូមបើកប្រាក់ឈ្នួល។") },
            addressees = new[] { new { key = "labour", office = "Ministry of Labour", language = "en" } },
            opensAt = Local(Now),
            closesAt = Local(Now.AddDays(days)),
            zone = Zone,
            silence,
        });
        Assert.True(drafted.Code == 201, drafted.ToString());
        var id = drafted.Json.GetProperty("id").GetGuid();
        Answers.Done(await Desk.Coordinator.Post($"/statements/{id}/freeze"));
        await Approve(id, "texts");
        await Until.Sees(() => Stage(id), stage => stage == "open", "the statement opens");
        return id;
    }

    private static object Worded(string title, string body) => new { title, body, role = "authentic" };

    public async Task Revise(Guid id)
    {
        Answers.Done(await Desk.Coordinator.Post($"/statements/{id}/versions", new
        {
            texts = new { en = Worded("Pay the wages", "Pay every worker, this month."), km = Worded("សូមបើកប្រាក់ឈ្នួល", "សូមបើកប្រាក់ឈ្នួលខែនេះ។") },
        }));
        await Approve(id, "proposed");
    }

    public async Task MoveDeadline(Guid id, DateTimeOffset to) =>
        Answers.Done(await Desk.Coordinator.Post($"/statements/{id}/deadline", new { closesAt = Local(to), reason = "Holidays" }));

    public async Task<JsonElement> Statement(Guid id) => (await Desk.Coordinator.Get($"/statements/{id}")).Json;

    public async Task<int> Number(Guid id) => (await Statement(id)).GetProperty("statement").GetProperty("number").GetInt32();

    public async Task<string> Hash(Guid id, string language = "en") => (await Statement(id)).GetProperty("texts").EnumerateArray()
        .Single(text => text.GetProperty("language").GetString() == language).GetProperty("hash").GetString()!;

    public async Task<Mail> MailTo(string address, string about = "", int nth = 1)
    {
        await Until.True(() => Mails(address, about).Count >= nth, $"{nth} mails to {address} {about}");
        return Mails(address, about)[nth - 1];
    }

    /// <param name="about">Part of the Message-ID.</param>
    public List<Mail> Mails(string address, string about = "") =>
        [.. Network.Mail.Mails.Where(mail => mail.To == address && mail.MessageId.Contains(about, StringComparison.Ordinal))];

    /// <summary>The path of the page to which a mail leads.</summary>
    public static string Path(Mail mail) => Link().Match(Words(mail)).Value;

    /// <summary>The mail with its parts decoded as far as the tests look into them.</summary>
    public static string Words(Mail mail) => mail.Text.Replace("=\r\n", "", StringComparison.Ordinal) + string.Concat(
        Base64Part().Matches(mail.Text).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal)))));

    /// <summary>As a job of the platform would run it.</summary>
    public async Task Run(ICommand command)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomePlatform();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, CancellationToken.None);
    }

    /// <summary>What other parts of the platform record of a statement.</summary>
    public async Task Happens(Guid statement, params object[] events)
    {
        var (store, stream) = (Site.Services.GetRequiredService<IEventStore>(), $"statement-{statement}");
        var version = (await store.Read(stream, CancellationToken.None)).Count;
        await store.Append([new StreamAppend(stream, version, events)], new EventMetadata("system"), CancellationToken.None);
    }

    public async Task<IReadOnlyList<JobState>> Jobs(string command) =>
        [.. (await Site.Services.GetRequiredService<IJobScheduler>().List(CancellationToken.None)).Where(job => job.Job.Command == command)];

    public async Task Quiet() => await Until.Sees(
        async () => (await Site.Services.GetRequiredService<IJobScheduler>().List(CancellationToken.None)).Count(job => job.Stage is JobStage.Running or JobStage.Queued && job.Job.DueAt <= Now),
        waiting => waiting == 0, "no job is left that is due");

    private async Task Approve(Guid id, string which)
    {
        foreach (var text in (await Statement(id)).GetProperty(which).EnumerateArray())
            Answers.Done(await Desk.Approver.Post($"/statements/{id}/approval", new { language = text.GetProperty("language").GetString(), hash = text.GetProperty("hash").GetString() }));
    }

    private async Task<string> Stage(Guid id) => (await Statement(id)).GetProperty("statement").GetProperty("stage").GetString()!;

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Network.DisposeAsync();
    }

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n((?:[A-Za-z0-9+/=]+\r\n)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Base64Part();

    [GeneratedRegex(@"/[A-Za-z-]{2,7}/i/[0-9]+\.[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
