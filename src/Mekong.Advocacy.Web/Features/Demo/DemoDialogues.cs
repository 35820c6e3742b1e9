using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Demo;

/// <summary>
/// The demonstration's dialogues: bodies of the API's calls in one file. In it "{id:…}" is an id that is made at loading, "{org:…}" that of an
/// organisation of the demonstration, "{coordinator}" the one who loads it, "{past}" the year of the last 21 October, "{coming}" that of the next
/// 9 November that is a month off at least, "{today}" the day of loading.
/// </summary>
internal sealed partial class DemoDialogues(IMediator mediator, Decider decider, DueDays days, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Talk(
        AuthorityJson Authority, PostJson Post, TakeJson Holder, ForumJson Forum, DialogueJson Dialogue, Dictionary<string, string?> Minutes,
        RecommendationJson[] Recommendations, CommitmentJson[] Commitments, KeptJson Kept, FollowUpJson[] FollowUps);

    private sealed record KeptJson(Guid Commitment, string Note, ReferenceJson Evidence);

    public async Task Load(string file, IReadOnlyDictionary<string, Guid> organisations, Guid author, Guid approver, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var talk = JsonSerializer.Deserialize<Talk>(Filled(await File.ReadAllTextAsync(file, ct), organisations, author, CountryDays.DayAt(now, "KH")), Options)!;
        var (authority, post, dialogue, typed) = (talk.Authority.Id!.Value, talk.Post.Id!.Value, talk.Dialogue.Id!.Value, new Typed(now));
        await Do(new EnterAuthority(authority, Typed.Wordings(talk.Authority.Names), talk.Authority.Country!), ct);
        await Do(new NamePost(authority, post, Typed.Wordings(talk.Post.Titles)), ct);
        await Do(new TakePost(authority, post, talk.Holder.Id!.Value, talk.Holder.Name!, typed.Day(talk.Holder.From, "from")), ct);
        await Do(new PlanForum(talk.Forum.Id!.Value, talk.Forum.Read(now).Plan), ct);
        var content = talk.Dialogue.Read(now).Content;
        await Do(new PlanDialogue(dialogue, content), ct);
        await Do(new ConfirmDialogue(dialogue), ct);
        await Do(new HoldDialogue(dialogue), ct);
        await Do(new MinuteDialogue(dialogue, Typed.Wordings(talk.Minutes), []), ct);
        foreach (var asked in talk.Recommendations)
        {
            await Do(new MakeRecommendation(asked.Id!.Value, asked.Read(now).Content), ct);
            await Do(new PresentRecommendation(asked.Id.Value, new(Fresh(), dialogue, null, MeetingZones.DayIn(content.Time.Zone, content.Time.Begins), content.HostId)), ct);
        }
        foreach (var promised in talk.Commitments) await Do(new RecordCommitment(promised.Id!.Value, promised.Read(now).Content), ct);
        await Keep(talk.Kept, author, approver, ct);
        foreach (var step in talk.FollowUps) await Open(step, author, ct);
    }

    private async Task Open(FollowUpJson step, Guid author, CancellationToken ct)
    {
        var (content, fault) = step.Read();
        Must(fault is null ? Answer.Done : fault);
        var (day, _) = await days.Of(content!, ct);
        Must(await decider.Decide(FollowUp.Fold, step.Id!.Value, one => one.Open(author, content!, day, clock.GetUtcNow()), ct));
    }

    /// <summary>What one showed, another looked at.</summary>
    private async Task Keep(KeptJson kept, Guid author, Guid approver, CancellationToken ct)
    {
        var proposal = new StatusProposed(Fresh(), CommitmentStatus.Kept, [kept.Evidence.Read()], kept.Note, author);
        Must(await decider.Decide(Commitment.Fold, kept.Commitment, commitment => commitment.Propose(proposal), ct));
        Must(await decider.Decide(Commitment.Fold, kept.Commitment, commitment => commitment.Review(proposal.ProposalId, accepted: true, approver, why: null), ct));
    }

    private string Filled(string text, IReadOnlyDictionary<string, Guid> organisations, Guid coordinator, DateOnly today)
    {
        var made = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var past = today > new DateOnly(today.Year, 10, 21) ? today.Year : today.Year - 1;
        var coming = today < new DateOnly(today.Year, 10, 9) ? today.Year : today.Year + 1;
        return Blank().Replace(text, blank => blank.Groups["kind"].Value switch
        {
            "past" => past.ToString(CultureInfo.InvariantCulture),
            "coming" => coming.ToString(CultureInfo.InvariantCulture),
            "today" => today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "coordinator" => coordinator.ToString(),
            "org" => organisations[blank.Groups["name"].Value].ToString(),
            _ => (made.TryGetValue(blank.Groups["name"].Value, out var id) ? id : made[blank.Groups["name"].Value] = Fresh()).ToString(),
        });
    }

    private Guid Fresh() => Guid.CreateVersion7(clock.GetUtcNow());

    private async Task Do(ICommand command, CancellationToken ct) => Must(await mediator.Send(command, ct));

    private static void Must(Answer answer)
    {
        if (answer.Refused) throw new StartupException($"The demonstration's dialogues are faulty: {answer.Refusals[0].Code} {answer.Refusals[0].Field} {answer.Refusals[0].Detail}");
    }

    [GeneratedRegex(@"\{(?<kind>past|coming|today|coordinator|id|org)(:(?<name>[a-z-]+))?\}")]
    private static partial Regex Blank();
}
