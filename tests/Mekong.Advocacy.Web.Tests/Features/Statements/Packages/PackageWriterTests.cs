using System.IO.Compression;
using System.Text;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Registers.Packages;
using Mekong.Advocacy.Web.Features.Statements.Packages;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Packages;

public sealed class PackageWriterTests
{
    private static readonly Dictionary<string, byte[]> Letters = new() { ["letter.km.html"] = "<p>ជូនចំពោះ</p>"u8.ToArray() };

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var (first, second) = (PackageWriter.Write(Sample.Package, Letters), PackageWriter.Write(Sample.Package, Letters));
        Assert.Equal(first.Zip, second.Zip);
        Assert.Equal(Digest.Of(first.Json), first.Hash);
    }

    [Fact]
    public void The_zip_holds_the_page_the_list_the_package_and_what_goes_along()
    {
        using var zip = new ZipArchive(new MemoryStream(PackageWriter.Write(Sample.Package, Letters).Zip));
        Assert.Equal(["index.html", "letter.km.html", "list.csv", "package.json"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal((entry.Length, 1980), (entry.CompressedLength, entry.LastWriteTime.Year)));
    }

    [Fact]
    public void The_package_names_the_hashes_of_what_goes_along() => Assert.Equal(
        ["letter.km.html", "list.csv"], PackageWriter.Write(Sample.Package, Letters).Package.Files.Select(file => file.Name));

    [Fact]
    public void The_list_has_a_line_for_each_organisation_and_no_cell_that_a_spreadsheet_would_run()
    {
        var endorsers = Sample.Endorsers.Select(each => each == Sample.Endorsers[2] ? each with { Names = [new("en", "=HYPERLINK(\"https://example.org\")")] } : each);
        var lines = Encoding.UTF8.GetString(PackageList.Of(Sample.Of(Sample.Entries, [.. endorsers]))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\uFEFFentry,name,other_names,country,display,language_read,text_version,signed_at,sign_on", lines[0]);
        Assert.Equal($"1,Union 1,សហជីព 1,KH,public,en,1,2026-10-01T02:01:00.000Z,{Sample.SignOnId(1)}", lines[1]);
        Assert.DoesNotContain(lines, line => line.Contains(",=HYPERLINK", StringComparison.Ordinal) || line.Contains(",\"=HYPERLINK", StringComparison.Ordinal));
        Assert.Equal($"10,,,,sealed,en,2,2026-10-01T02:10:00.000Z,{Sample.SignOnId(7)}", lines[^1]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void The_page_carries_the_package_as_it_is_and_names_nothing_from_elsewhere()
    {
        var written = PackageWriter.Write(Sample.Package);
        var page = Encoding.UTF8.GetString(written.Page);
        Assert.Contains(PackagePage.Begin + Encoding.UTF8.GetString(written.Json) + PackagePage.End, page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_has_a_sentence() => Assert.All(Enum.GetValues<FindingKind>(), kind =>
        Assert.DoesNotContain("verify.", PackageWords.Sentence("en", new(kind, "3", "a", "b")), StringComparison.Ordinal));
}
