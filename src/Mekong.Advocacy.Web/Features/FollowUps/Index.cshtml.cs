using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using CountryDays = Mekong.Advocacy.Domain.Calendars.CountryDays;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One step on the board.</summary>
public sealed record Card(FollowUpRow Row, string Owner, DateOnly Today, IReadOnlyList<Guid> Authorities);

/// <param name="State">To which a card is moved that is dropped here; null: the column is no state.</param>
/// <param name="Language">Of its title, where it is none of ours.</param>
public sealed record BoardColumn(string Title, FollowUpState? State, IReadOnlyList<Card> Cards, string? Language = null);

/// <summary>The board: steps by state, owner, country, authority or day; moved by a menu, and by hand where scripts run.</summary>
public sealed class IndexModel(
    IMediator mediator, IStringLocalizer<Words> words, FollowUpReads reads, FollowUpOwners owners, ITables tables, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private const int Most = 500, MostOver = 20;

    public static readonly IReadOnlyList<string> Groupings = ["state", "owner", "country", "authority", "due"];

    private static readonly string[] Whens = ["late", "week", "later", "none"];

    [BindProperty(SupportsGet = true)] public string By { get; set; } = "state";

    [BindProperty(SupportsGet = true)] public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Authority { get; set; }

    /// <summary>"late", "week" or "none"; else all.</summary>
    [BindProperty(SupportsGet = true)] public string? Due { get; set; }

    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Owners { get; private set; } = [];

    public IReadOnlyList<AuthorityRow> Authorities { get; private set; } = [];

    public bool IsEmpty { get; private set; }

    public bool IsFiltered => Owner is not null || !string.IsNullOrEmpty(Country) || Authority is not null || !string.IsNullOrEmpty(Due);

    private static string Language => CultureInfo.CurrentUICulture.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Groupings.Contains(By)) By = "state";
        var all = await Cards(await reads.List(new(Country: string.IsNullOrEmpty(Country) ? null : Country), Most, ct), ct);
        IsEmpty = all.Count == 0 && !IsFiltered;
        Owners = [.. all.Select(card => (card.Row.OwnerId, card.Owner)).Distinct().OrderBy(owner => owner.Owner, StringComparer.CurrentCultureIgnoreCase)];
        Authorities = await tables.Query<AuthorityRow>(
            "select * from advocacy.authorities where id = any(@ids)", new { ids = all.SelectMany(card => card.Authorities).Distinct().ToArray() }, ct);
        Columns = Grouped([.. all.Where(card => (Owner is null || card.Row.OwnerId == Owner) && (Authority is null || card.Authorities.Contains(Authority.Value)) && IsDue(card))]);
    }

    /// <summary>What needs more words than a card has room for is asked for on the step's own page.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, FollowUpState to)
    {
        var answer = await Mediator.Send(new ChangeFollowUpState(id, to, null), HttpContext.RequestAborted);
        if (answer.Refused) return Redirect($"/workspace/follow-ups/{id}?to={to}#state");
        return Redirect(Request.Query["from"].FirstOrDefault() is { } from && from.StartsWith('?') ? $"/workspace/follow-ups{from}" : "/workspace/follow-ups");
    }

    private async Task<IReadOnlyList<Card>> Cards(IReadOnlyList<FollowUpRow> rows, CancellationToken ct)
    {
        var (held, now, over) = (await reads.AuthoritiesOf([.. rows.Select(row => row.Id)], ct), clock.GetUtcNow(), 0);
        var cards = new List<Card>();
        foreach (var row in rows)
            if (row.IsOpen || over++ < MostOver)
                cards.Add(new(row, await owners.NameOf(new(row.OwnerKind, row.OwnerId), Language, ct), CountryDays.DayAt(now, row.Country), [.. held[row.Id]]));
        return cards;
    }

    private bool IsDue(Card card) => Due switch
    {
        "late" => card.Row.IsOpen && card.Row.DueOn < card.Today,
        "week" => card.Row.IsOpen && card.Row.DueOn <= card.Today.AddDays(7),
        "none" => card.Row.IsOpen && card.Row.DueOn is null,
        _ => true,
    };

    private IReadOnlyList<BoardColumn> Grouped(IReadOnlyList<Card> cards)
    {
        IReadOnlyList<Card> open = [.. cards.Where(card => card.Row.IsOpen)];
        return By switch
        {
            "owner" => [.. open.GroupBy(card => card.Owner).OrderBy(group => group.Key, StringComparer.CurrentCultureIgnoreCase).Select(group => new BoardColumn(group.Key, null, [.. group]))],
            "country" => [.. Domain.Languages.Country.All.Select(code => new BoardColumn(Words[$"country.{code}"], null, [.. open.Where(card => card.Row.Country == code)])).Where(column => column.Cards.Count > 0)],
            "authority" => ByAuthority(open),
            "due" => [.. Whens.Select(when => new BoardColumn(Words[$"follow-ups.due.{when}"], null, [.. open.Where(card => When(card) == when)]))],
            _ => [.. Enum.GetValues<FollowUpState>().Select(state => new BoardColumn(Words[$"follow-up.state.{state}"], state, [.. cards.Where(card => card.Row.State == state)]))],
        };
    }

    private IReadOnlyList<BoardColumn> ByAuthority(IReadOnlyList<Card> cards) =>
    [
        .. Authorities.Select(row => (Name: row.Name(Language), row.Id)).Select(one => new BoardColumn(one.Name.Text, null, [.. cards.Where(card => card.Authorities.Contains(one.Id))], one.Name.Language)).Where(column => column.Cards.Count > 0),
        .. cards.Any(card => card.Authorities.Count == 0) ? [new BoardColumn(Words["follow-ups.no-authority"], null, [.. cards.Where(card => card.Authorities.Count == 0)])] : Array.Empty<BoardColumn>(),
    ];

    private static string When(Card card) =>
        card.Row.DueOn is not { } due ? "none" : due < card.Today ? "late" : due <= card.Today.AddDays(7) ? "week" : "later";
}
