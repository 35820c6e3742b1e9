using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>The files that were changed on a page, as they stood at a moment, by name; every other file is as it came with the platform.</summary>
public sealed class TemplateVersions(ITables tables)
{
    private sealed record Standing(string File, string? Text);

    private const string Latest = "select distinct on (file) file, text from advocacy.template_versions where {0} order by file, position desc";

    /// <param name="at">Null: as they stand now.</param>
    public Task<IReadOnlyDictionary<string, string>> AsOf(DateTimeOffset? at, CancellationToken ct) =>
        Read("@at::timestamptz is null or at <= @at", new { at }, ct);

    /// <summary>As they stood when this place in the log was written, e.g. an approval's; no clock is asked.</summary>
    public Task<IReadOnlyDictionary<string, string>> AsOf(long position, CancellationToken ct) => Read("position < @position", new { position }, ct);

    /// <summary>One file's versions, the newest first.</summary>
    public Task<IReadOnlyList<TemplateVersionRow>> Of(string file, CancellationToken ct) =>
        tables.Query<TemplateVersionRow>("select * from advocacy.template_versions where file = @file order by position desc", new { file }, ct);

    /// <summary>The last change of anything that frames an alert; 0: there was none. A reader who saw this saw what would leave.</summary>
    public async Task<long> NewestFrame(CancellationToken ct) => (await tables.Query<long>(
        "select coalesce(max(position), 0) from advocacy.template_versions where file = 'mail.html' or file like 'alert/%'", null, ct))[0];

    private async Task<IReadOnlyDictionary<string, string>> Read(string when, object parameters, CancellationToken ct) =>
        (await tables.Query<Standing>(Latest.Replace("{0}", when, StringComparison.Ordinal), parameters, ct))
            .Where(standing => standing.Text is not null).ToDictionary(standing => standing.File, standing => standing.Text!);
}
