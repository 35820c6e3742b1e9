using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A list by country, authority and where things stand, fifty at a time. Its address says all of it.</summary>
public abstract class ListPage<TRow>(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock) : DialoguePage(mediator, words, directory, clock)
{
    public const int Most = 50, LastPage = 1_000;

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Authority { get; set; }

    /// <summary>Which page of the list.</summary>
    [BindProperty(SupportsGet = true)] public int At { get; set; } = 1;

    public IReadOnlyList<TRow> Rows { get; private set; } = [];

    public bool Filtered => At > 1 || !string.IsNullOrEmpty(Country) || Authority is not null || Standing.Chosen is not null;

    public ListTurns Turns { get; private set; } = new(null, null, false);

    /// <summary>Whether the latest come first.</summary>
    protected virtual bool ByAge => true;

    /// <summary>The choice of a stage or status: its field, and what is chosen.</summary>
    protected abstract (string Field, string? Chosen) Standing { get; }

    /// <summary>E.g. "dialogues".</summary>
    protected abstract string Room { get; }

    /// <param name="country">Null: any.</param>
    protected abstract Task<IReadOnlyList<TRow>> Read(string? country, int skip, int most, CancellationToken ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Names.Load(ct);
        At = Math.Clamp(At, 1, LastPage);
        var rows = await Read(string.IsNullOrEmpty(Country) ? null : Country, (At - 1) * Most, Most + 1, ct);
        (Rows, Turns) = ([.. rows.Take(Most)], new(At > 1 ? Link(At - 1) : null, rows.Count > Most ? Link(At + 1) : null, ByAge));
    }

    public ListFilter FilterOf<T>(string label, Func<T, string> word, params T[] except) where T : struct, Enum => new(
        label, Standing.Field, [.. Enum.GetValues<T>().Except(except).Select(value => (value.ToString(), Words[word(value)].Value))], Standing.Chosen, Country, Authority, Names);

    private string Link(int page)
    {
        var query = new QueryBuilder();
        if (Standing.Chosen is { } standing) query.Add(Standing.Field, standing);
        if (!string.IsNullOrEmpty(Country)) query.Add("country", Country);
        if (Authority is { } authority) query.Add("authority", authority.ToString());
        if (page > 1) query.Add("at", page.ToString(CultureInfo.InvariantCulture));
        return $"/workspace/{Room}{query}";
    }
}
