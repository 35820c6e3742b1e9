using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Mekong.Advocacy.Domain.Tests.Registers.Packages;
using Mekong.Advocacy.Web.Cli;
using Mekong.Advocacy.Web.Features.Statements.Packages;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Packages;

/// <summary>"advocacy verify PACKAGE": its answer, and the exit code for scripts.</summary>
public sealed class VerifyTests : IDisposable
{
    private static readonly WrittenPackage Written = PackageWriter.Write(Sample.Package, new Dictionary<string, byte[]> { ["letter.km.pdf"] = [1, 2, 3] });

    private readonly string folder = Directory.CreateTempSubdirectory("advocacy-verify-").FullName;

    public static TheoryData<string> Kinds => ["package.json", "index.html", "package.zip"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_untouched_package_is_all_right(string kind)
    {
        var (code, said) = await Verify(Untouched(kind));
        Assert.Equal(0, code);
        Assert.Contains("All right", said, StringComparison.Ordinal);
        Assert.Contains($"Package hash: {Written.Hash}", said, StringComparison.Ordinal);
        Assert.Contains("6 organisations (5 named, 1 sealed), individuals apart: 1", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_changed_name_is_named(string kind)
    {
        var (code, said) = await Verify(Replaced(Untouched(kind), "Union 3", "Union 9"));
        Assert.Equal(2, code);
        Assert.Contains("“Union 9” does not fit the register", said, StringComparison.Ordinal);
        Assert.DoesNotContain("All right", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_shows_is_held_against_what_it_carries()
    {
        var page = Encoding.UTF8.GetString(Written.Page);
        var shown = page.IndexOf("Union 3", StringComparison.Ordinal);
        var (code, said) = await Verify(Encoding.UTF8.GetBytes(page[..shown] + "Union 9" + page[(shown + 7)..]));
        Assert.Equal(2, code);
        Assert.Contains("The page does not show “index.html” as the package has it.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_version_of_the_platform_is_not_accused()
    {
        var (code, said) = await Verify(Replaced(Written.Page, PackagePage.Mark, "data-page=\"0123456789abcdef\""));
        Assert.Equal(0, code);
        Assert.Contains("only the package in it was checked", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_beside_the_package_that_were_changed_taken_out_or_put_in_are_named()
    {
        Assert.Contains("The file letter.km.pdf", (await Verify(Zipped(zip => zip.GetEntry("letter.km.pdf")!.Delete()))).Said, StringComparison.Ordinal);
        Assert.Contains("The file index.html", (await Verify(Zipped(zip => zip.GetEntry("index.html")!.Delete()))).Said, StringComparison.Ordinal);
        Assert.Contains("The file extra.txt", (await Verify(Zipped(zip => zip.CreateEntry("extra.txt")))).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await Verify(Zipped(zip => zip.GetEntry("package.json")!.Delete()))).Code);
        var (code, said) = await Verify(Replaced(Written.Zip, ",Union 3,", ",Union 9,"));
        Assert.Equal(2, code);
        Assert.DoesNotContain("All right", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_root_and_the_recorded_hash_are_compared()
    {
        var root = Written.Package.Register.Root;
        Assert.Equal(0, (await Verify(Written.Json, "--root", root)).Code);
        Assert.Contains("It stands for 11 of 11 entries.", (await Verify(Written.Json, "--root", $"11:{root}")).Said, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(Written.Json, "--hash", $"{Written.Hash}")).Code);
        var (code, said) = await Verify(Written.Json, "--root", new string('0', 64));
        Assert.Equal(2, code);
        Assert.Contains("not the one whose root was published", said, StringComparison.Ordinal);
        Assert.Equal(2, (await Verify(Written.Json, "--hash", new string('0', 64))).Code);
        Assert.Equal(1, (await Verify(Written.Json, "--root", "12")).Code);
    }

    [Fact]
    public async Task What_is_no_package_cannot_be_read()
    {
        foreach (var nothing in new[] { "", "Dear minister", "<html></html>", "PK\u0003\u0004 damaged" })
            Assert.Equal(1, (await Verify(Encoding.UTF8.GetBytes(nothing))).Code);
        Assert.Equal(1, (await Run("verify", Path.Combine(folder, "nothing.json"))).Code);
        Assert.Equal(2, (await Verify("{}"u8.ToArray())).Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Untouched(string kind) => kind switch { "package.json" => Written.Json, "index.html" => Written.Page, _ => Written.Zip };

    /// <summary>Bytes of the same length exchanged everywhere, as an editor for bytes would.</summary>
    private static byte[] Replaced(byte[] file, string was, string becomes) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(was, becomes, StringComparison.Ordinal));

    private static byte[] Zipped(Action<ZipArchive> change)
    {
        using var memory = new MemoryStream();
        memory.Write(Written.Zip);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return memory.ToArray();
    }

    private async Task<(int Code, string Said)> Verify(byte[] file, params string[] options)
    {
        var path = Path.Combine(folder, "package");
        await File.WriteAllBytesAsync(path, file);
        return await Run(["verify", path, .. options]);
    }

    private static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await CommandLine.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
