using System.IO.Compression;
using System.Text;
using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>A package as somebody hands it in: package.json, the zip that holds it, or the page that carries it. What it is shows in its first bytes.</summary>
/// <param name="Beside">Files that came with it, by name; null: it came alone, so they cannot be missed.</param>
/// <param name="Page">The page, where there is one.</param>
internal sealed record OpenedPackage(byte[] Json, IReadOnlyDictionary<string, byte[]>? Beside, byte[]? Page)
{
    private const long Most = 1L << 30;

    /// <summary>Null when no package is in it.</summary>
    public static OpenedPackage? Of(byte[] file) => file switch
    {
        [(byte)'P', (byte)'K', ..] => FromZip(file),
        [(byte)'<', ..] => InPage(file) is { } json ? new(json, null, file) : null,
        _ => new(file, null, null),
    };

    /// <summary>What is wrong with the files around package.json, which must have been read.</summary>
    public IEnumerable<Finding> Findings(StatementPackage package)
    {
        if (Page is not null && !(InPage(Page) is { } carried && carried.AsSpan().SequenceEqual(Json)) || IsOurs && !Page.AsSpan().SequenceEqual(PackagePage.Of(package, Json)))
            yield return new(FindingKind.PageWrong, PackagePage.Name);
        if (Beside is null) yield break;
        foreach (var file in package.Files.Where(file => !Beside.TryGetValue(file.Name, out var content) || Digest.Of(content).ToString() != file.Hash))
            yield return new(FindingKind.FileWrong, file.Name);
        foreach (var name in Beside.Keys.Except(package.Files.Select(file => file.Name))) yield return new(FindingKind.FileWrong, name);
        if (Page is null) yield return new(FindingKind.FileWrong, PackagePage.Name);
    }

    /// <summary>Whether the page was made with our looks and words, so that it must equal the one we make.</summary>
    public bool IsOurs => Page is not null && Page.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{PackagePage.Mark}>\n<head>")) >= 0;

    private static byte[]? InPage(ReadOnlySpan<byte> page)
    {
        ReadOnlySpan<byte> begin = Encoding.UTF8.GetBytes(PackagePage.Begin), end = Encoding.UTF8.GetBytes(PackagePage.End);
        if (page.IndexOf(begin) is not (>= 0 and var from) || page.LastIndexOf(begin) != from) return null;
        var rest = page[(from + begin.Length)..];
        return rest.IndexOf(end) is >= 0 and var length ? rest[..length].ToArray() : null;
    }

    private static OpenedPackage? FromZip(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (zip.Entries.Sum(entry => entry.Length) > Most || zip.Entries.Select(entry => entry.FullName).Distinct().Count() != zip.Entries.Count) return null;
            var files = zip.Entries.ToDictionary(entry => entry.FullName, Content);
            if (!files.Remove(PackageWriter.JsonName, out var json)) return null;
            files.Remove(PackagePage.Name, out var page);
            return new(json, files, page);
        }
        catch (InvalidDataException) { return null; }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        var content = new byte[entry.Length];
        from.ReadExactly(content);
        return content;
    }
}
