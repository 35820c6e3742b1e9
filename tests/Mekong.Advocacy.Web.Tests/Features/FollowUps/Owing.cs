using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

using Mail = Sending.Mail;

/// <summary>A member that owes steps, and the officer who is written to.</summary>
internal sealed record Debtor(Guid Id, Guid Officer, string? Email, string? Phone);

/// <summary>A running platform on which steps are owed, from Monday, 11 January 2027 on.</summary>
internal sealed partial class Owing : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2027, 1, 11, 3, 0, 0, TimeSpan.Zero);

    private int officers;

    public required Network Network { get; init; }
    public required Site Site { get; init; }
    public required Desk Desk { get; init; }

    public DateTimeOffset Now => Network.Clock.GetUtcNow();

    public static async Task<Owing> Open(TestPostgres postgres)
    {
        var network = await Network.Create(postgres, new MovableClock(Monday));
        return await On(network, await network.Open());
    }

    public static async Task<Owing> On(Network network, Site site) => new() { Network = network, Site = site, Desk = await site.Desk() };

    public async Task<Debtor> Member(string name, string language = "en", string country = "KH", bool email = true, string? phone = null)
    {
        var id = Answers.Made(await Desk.Coordinator.Post("/organisations", new { names = new { en = name }, acronym = string.Concat(name.Split(' ').Select(word => word[0])), country, standing = "member" }));
        var address = email ? string.Create(CultureInfo.InvariantCulture, $"officer{++officers}@members.example") : null;
        var officer = Answers.Made(await Desk.Coordinator.Post($"/organisations/{id}/focal-points", new { name = $"Officer of {name}", capacity = "Director", email = address, phone, language }));
        return new(id, officer, address, phone);
    }

    /// <param name="due">As the API takes it.</param>
    public async Task<Guid> Step(Debtor owner, object due, string step = "Ask for the date", string country = "KH", object? checklist = null) => Answers.Made(await Desk.Coordinator.Post(
        "/follow-ups", new { step, language = "en", owner = new { kind = "organisation", id = owner.Id }, country, due, priority = 2, checklist }));

    public async Task<Guid> Forum(string from = "2027-02-09", string until = "2027-02-10") => Answers.Made(await Desk.Coordinator.Post(
        "/forums", new { names = new { en = "Regional labour forum" }, country = "LA", city = "Vientiane", zone = "Asia/Vientiane", from, until }));

    /// <summary>To two seconds before eight in the morning there; the seconds pass by themselves.</summary>
    public void ToTheMorningOf(int month, int day, string country = "KH") =>
        Network.Clock.Move(CountryDays.MorningOf(new(2027, month, day), country).AddSeconds(-2) - Now);

    public async Task<Mail> MailTo(string address, string kind, int nth = 1)
    {
        await Until.True(() => Mails(address, kind).Count >= nth, $"mail {nth} of kind {kind} to {address}");
        return Mails(address, kind)[nth - 1];
    }

    public List<Mail> Mails(string address, string kind = "") =>
        [.. Network.Mail.Mails.Where(mail => mail.To == address && mail.MessageId.StartsWith($"follow-up.{kind}", StringComparison.Ordinal))];

    public async Task<JsonElement> Read(Guid step) => (await Desk.Coordinator.Get($"/follow-ups/{step}")).Json;

    public async Task<string?> DueOn(Guid step) => (await Read(step)).GetProperty("followUp").GetProperty("dueOn").GetString();

    /// <summary>As a job of the platform would run it.</summary>
    public async Task Run(ICommand command)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomePlatform();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, CancellationToken.None);
    }

    /// <summary>Every job of follow-ups that there ever was, once more.</summary>
    public async Task RunEverythingAgain()
    {
        foreach (var job in (await Site.Services.GetRequiredService<IJobScheduler>().List(CancellationToken.None)).Where(job => job.Job.Command.Contains("follow-up", StringComparison.Ordinal) || job.Job.Command == CommandNames.EnterDigests))
            await Run(CommandNames.Read(job.Job.Command, job.Job.Arguments));
    }

    public async Task Quiet() => await Until.Sees(
        async () => (await Site.Services.GetRequiredService<IJobScheduler>().List(CancellationToken.None)).Count(job => job.Stage is JobStage.Running or JobStage.Queued && job.Job.DueAt <= Now),
        waiting => waiting == 0, "no job is left that is due");

    /// <summary>The path of the page to which a mail or a text leads.</summary>
    public static string Path(string text) => Link().Match(text).Value;

    /// <summary>A mail with its parts decoded as far as the tests look into them.</summary>
    public static string Words(Mail mail) => mail.Text.Replace("=\r\n", "", StringComparison.Ordinal) + string.Concat(
        Base64Part().Matches(mail.Text).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal)))));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Network.DisposeAsync();
    }

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n((?:[A-Za-z0-9+/=]+\r\n)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Base64Part();

    [GeneratedRegex("/[A-Za-z-]{2,7}/f/[0-9]+\\.[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
