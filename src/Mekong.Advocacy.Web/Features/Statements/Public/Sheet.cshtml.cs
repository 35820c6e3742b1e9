using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>The page that is passed on: the text, its hash, until when, who stands behind it.</summary>
[PublicPage("statement", "sign-on")]
public sealed class SheetModel(PublicReads reads, Endorsers endorsers, ITables tables, AdvocacySettings settings) : StatementPage(reads, settings)
{
    public PublicCounts Counts { get; private set; } = null!;

    public IReadOnlyList<PublicEndorser> Listed { get; private set; } = [];

    public IReadOnlyList<CountryCount> Countries { get; private set; } = [];

    public Growth? Growth { get; private set; }

    /// <summary>The statement that took this one's place, where that is public.</summary>
    public PublicStatement? Successor { get; private set; }

    public int Pages => (Counts.Listed + Endorsers.PerPage - 1) / Endorsers.PerPage;

    public string LinkedDataJson => LinkedData.Of(Statement, Text, Counts, Listed, code => Absolute(Home(code)));

    private PublicReads Reads { get; } = reads;

    protected override async Task<bool> Fill(CancellationToken ct)
    {
        Counts = await endorsers.Count(Id, ct);
        Listed = await endorsers.Page(Id, 1, ct);
        Countries = await endorsers.ByCountry(Id, ct);
        Growth = await Growth.Read(tables, Id, Counts, ct);
        Successor = Row.SupersededBy is { } next ? await Reads.One(next, ct) : null;
        return true;
    }
}
