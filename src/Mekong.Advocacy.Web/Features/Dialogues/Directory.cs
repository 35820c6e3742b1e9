using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What ids are called in the reader's language: authorities, posts, forums and our organisations. Loaded once for a page.</summary>
public sealed class Directory(DialogueReads reads, OrganisationReads organisations)
{
    private const int MostOrganisations = 500, LongestShown = 140;

    public IReadOnlyList<AuthorityRow> Authorities { get; private set; } = [];

    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public IReadOnlyList<ForumRow> Forums { get; private set; } = [];

    public IReadOnlyList<OrganisationRow> Organisations { get; private set; } = [];

    private static string Reader => CultureInfo.CurrentUICulture.Name;

    public async Task Load(CancellationToken ct)
    {
        (Authorities, Posts, Forums) = (await reads.Authorities(ct), await reads.Posts(null, ct), await reads.Forums(ct));
        Organisations = await organisations.List(new(), after: null, MostOrganisations, ct);
    }

    /// <summary>What a form has chosen already comes first, in its order, though it stand beyond the end of a list.</summary>
    public async Task Know(IReadOnlyList<Guid> organisationIds, Guid? forumId, CancellationToken ct)
    {
        var unknown = organisationIds.Except(Organisations.Select(row => row.Id)).ToList();
        if (unknown.Count > 0) Organisations = [.. Organisations, .. await organisations.Some(unknown, ct)];
        Organisations = ChosenFirst(Organisations, row => row.Id, organisationIds);
        if (forumId is { } id && Forums.All(row => row.Id != id) && await reads.Forum(id, ct) is { } forum) Forums = [.. Forums, forum];
    }

    public static IReadOnlyList<TRow> ChosenFirst<TRow>(IEnumerable<TRow> rows, Func<TRow, Guid> id, IReadOnlyList<Guid> chosen)
    {
        var places = chosen.Distinct().Select((one, place) => (one, place)).ToDictionary(pair => pair.one, pair => pair.place);
        return [.. rows.OrderBy(row => places.GetValueOrDefault(id(row), int.MaxValue))];
    }

    public IEnumerable<PostRow> PostsOf(Guid authority) => Posts.Where(post => post.AuthorityId == authority);

    public Wording Authority(Guid id) => Authorities.FirstOrDefault(row => row.Id == id)?.Name(Reader) ?? Unknown(id);

    public Wording Post(Guid id) => Posts.FirstOrDefault(row => row.Id == id)?.Title(Reader) ?? Unknown(id);

    public Wording Forum(Guid id) => Forums.FirstOrDefault(row => row.Id == id)?.Name(Reader) ?? Unknown(id);

    public Wording Organisation(Guid id) => Organisations.FirstOrDefault(row => row.Id == id) is { } row
        ? new(OrganisationReads.Name(row, Reader).Language, OrganisationReads.Name(row, Reader).Name) : Unknown(id);

    public static Wording Of(DialogueRow row) => row.Title(Reader);

    public static Wording Of(RecommendationRow row) => row.Title(Reader);

    public static Wording Of(CommitmentRow row) => row.In(Reader);

    /// <summary>The beginning of a long text, never cut inside a letter.</summary>
    public static string Shortened(string text)
    {
        var letters = new StringInfo(text);
        return letters.LengthInTextElements <= LongestShown ? text : letters.SubstringByTextElements(0, LongestShown) + "…";
    }

    private static Wording Unknown(Guid id) => new(Domain.Languages.Language.English, id.ToString()[..8]);
}
