using System.IO.Compression;
using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>A package as files.</summary>
/// <param name="Hash">The package hash: the SHA-256 of package.json, for the transmission record.</param>
internal sealed record WrittenPackage(StatementPackage Package, Digest Hash, byte[] Json, byte[] Page, byte[] Zip);

/// <summary>Writes package.json, list.csv, index.html and a zip of them with whatever goes along. The same content always gives the same bytes.</summary>
internal static class PackageWriter
{
    public const string JsonName = "package.json";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="others">Files that are handed over too, such as cover letters; their hashes go into the package.</param>
    public static WrittenPackage Write(StatementPackage package, IReadOnlyDictionary<string, byte[]>? others = null)
    {
        var beside = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [PackageList.Name] = PackageList.Of(package) };
        foreach (var (name, content) in others ?? new Dictionary<string, byte[]>()) beside.Add(name, content);
        var whole = package with { Files = [.. beside.Select(file => PackageFile.Of(file.Key, file.Value))] };
        var json = PackageJson.Write(whole);
        var page = PackagePage.Of(whole, json);
        return new(whole, Digest.Of(json), json, page, Zip([new(PackagePage.Name, page), .. beside, new(JsonName, json)]));
    }

    /// <summary>Not compressed: deflate gives other bytes on another machine.</summary>
    private static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, 0);
                using var to = entry.Open();
                to.Write(content);
            }
        return memory.ToArray();
    }
}
