using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>A text that an alert may start from, in the languages it is written in.</summary>
public sealed record ReusableText(string Name, IReadOnlyDictionary<string, AlertText> Texts);

/// <summary>The texts an alert may start from: those that came with the platform and those written on a page, as they stand now.</summary>
public sealed class ReusableTexts(TemplateFiles files, TemplateVersions versions)
{
    public async Task<IReadOnlyList<ReusableText>> All(CancellationToken ct)
    {
        var edited = await versions.AsOf(at: null, ct);
        return [.. files.Shipped.Concat(edited.Keys).Distinct()
            .Select(file => (File: file, Text: TemplateFiles.TextName(file)))
            .Where(found => found.Text is not null)
            .GroupBy(found => found.Text!.Value.Name)
            .OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => new ReusableText(text.Key, text
                .OrderBy(found => Language.All.ToList().IndexOf(found.Text!.Value.Language))
                .ToDictionary(found => found.Text!.Value.Language, found => TextFile.Read(edited.GetValueOrDefault(found.File) ?? files.Original(found.File)!))))];
    }
}
