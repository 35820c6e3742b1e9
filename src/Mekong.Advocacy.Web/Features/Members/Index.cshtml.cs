using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Members;

/// <summary>One organisation that the reader acts for: what waits for it, what it has signed, and the next steps that it owes.</summary>
public sealed record MemberDesk(Guid Id, string Name, IReadOnlyList<StatementRow> Waiting, IReadOnlyList<(StatementRow Statement, SignOnRow SignOn)> SignOns, IReadOnlyList<FollowUpRow> FollowUps);

/// <summary>The members' corner: statements that wait for us, our sign-ons, our next steps.</summary>
public sealed class IndexModel(
    IMediator mediator, IStringLocalizer<Words> words, FocalPoints officers, OrganisationReads organisations, Decider decider, ITables tables, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    private readonly Dictionary<Guid, string> titles = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<MemberDesk> Organisations { get; private set; } = [];

    public string TitleOf(StatementRow statement) => titles.GetValueOrDefault(statement.Id, statement.Name);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var people = await officers.ByAccount(Actor.AccountId!.Value, ct);
        var mine = people.Select(officer => officer.OrganisationId).Distinct().ToArray();
        var statements = await tables.Query<StatementRow>(
            "select * from advocacy.statements where opened_at is not null and stage not in ('Cancelled', 'Archived') order by closes_at desc limit 100", null, ct);
        foreach (var statement in statements) titles[statement.Id] = await Title(statement.Id, ct) ?? statement.Name;
        var signed = (await tables.Query<SignOnRow>("select * from advocacy.sign_ons where endorser_id = any(@mine)", new { mine }, ct)).ToLookup(signOn => signOn.EndorserId);
        var officer = people.ToDictionary(one => one.Id, one => one.OrganisationId);
        var steps = (await tables.Query<FollowUpRow>(
            "select * from advocacy.follow_ups where owner_id = any(@owners) and state not in ('Done', 'Dropped') order by due_on nulls last, priority, id",
            new { owners = mine.Concat(officer.Keys).ToArray() }, ct)).ToLookup(step => officer.GetValueOrDefault(step.OwnerId, step.OwnerId));
        Organisations = [.. (await organisations.Some(mine, ct)).Select(row => Desk(row, statements, [.. signed[row.Id]], [.. steps[row.Id]]))];
    }

    private MemberDesk Desk(OrganisationRow organisation, IReadOnlyList<StatementRow> statements, IReadOnlyList<SignOnRow> signed, IReadOnlyList<FollowUpRow> steps)
    {
        var byStatement = signed.ToDictionary(signOn => signOn.StatementId);
        return new(
            organisation.Id, OrganisationReads.Name(organisation, CultureInfo.CurrentUICulture.Name).Name,
            [.. statements.Where(statement => statement.IsOpenAt(Now) && !Answers(byStatement.GetValueOrDefault(statement.Id), statement))],
            [.. statements.Where(statement => byStatement.ContainsKey(statement.Id)).Select(statement => (statement, byStatement[statement.Id]))], steps);
    }

    private static bool Answers(SignOnRow? signOn, StatementRow statement) => signOn is { Stage: not (SignOnStage.Withdrawn or SignOnStage.Lapsed) } && signOn.Version == statement.Version;

    private async Task<string?> Title(Guid id, CancellationToken ct)
    {
        var texts = (await decider.Load(Statement.Fold, id, ct)).State.Texts.FindAll(text => text.ApprovedBy is not null);
        return (texts.Find(text => text.Text.Language == CultureInfo.CurrentUICulture.Name) ?? texts.FirstOrDefault())?.Text.Title;
    }
}
