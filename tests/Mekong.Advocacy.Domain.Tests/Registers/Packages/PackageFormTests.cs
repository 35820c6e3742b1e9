using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Tests.Registers.Packages.Sample;

namespace Mekong.Advocacy.Domain.Tests.Registers.Packages;

/// <summary>package.json has one form. What is not written so is named by its place.</summary>
public sealed class PackageFormTests
{
    private static readonly (string Part, int From)[] Parts = [.. Starts()];

    [Fact]
    public void One_changed_byte_is_found_and_its_place_named() => Holds(
        from at in Gen.Choose(0, Json.Length - 1)
        from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements<int>("019af\"\\,:{} \n-tZ".Select(c => (int)c)))
        where Json[at] != value
        select (at, (byte[])[.. Json[..at], (byte)value, .. Json[(at + 1)..]]));

    [Fact]
    public void So_is_a_byte_too_many() => Holds(
        from at in Gen.Choose(0, Json.Length) from value in Gen.Elements<int>("0a\" \n,}\u007f".Select(c => (int)c)) select (at, (byte[])[.. Json[..at], (byte)value, .. Json[at..]]));

    [Fact]
    public void So_is_a_byte_that_is_missing() => Holds(from at in Gen.Choose(0, Json.Length - 1) select (at, (byte[])[.. Json[..at], .. Json[(at + 1)..]]));

    [Theory]
    [InlineData("\"number\":12", "\"number\":12,\"remark\":1", "statement.remark")]
    [InlineData("\"number\":12", "\"number\":12,\"number\":12", "statement.number")]
    [InlineData("\"number\":12,", "", "statement.number")]
    [InlineData("\"number\":12", "\"number\":\"12\"", "statement.number")]
    [InlineData("\"number\":12", "\"number\":99999999999", "statement.number")]
    [InlineData("\"act\":\"withdrawal\"", "\"act\":\"refusal\"", "register.entries[4].act")]
    [InlineData("\"country\":\"KH\",\"language\":\"km\"", "\"country\":null,\"language\":\"km\"", "addressee.country")]
    [InlineData("mekong-package/1", "mekong-package/2", "format")]
    [InlineData("Wages unpaid", "\\ufffe", "texts[0].title")]
    [InlineData("\"carried\":[1]", "\"carried\":[\"1\"]", "statement.carried[0]")]
    public void A_member_that_should_not_be_so_is_named(string was, string becomes, string place) =>
        Assert.Contains(place, Check(Replaced(was, becomes)).Where(finding => finding.Kind == FindingKind.Member).Select(finding => finding.Place));

    [Theory]
    [InlineData("\"number\":12", "\"number\": 12")]
    [InlineData("Wages", "\\u0057ages")]
    [InlineData("\\u003c", "<")]
    public void The_same_written_otherwise_is_named_by_its_byte(string was, string becomes) =>
        Assert.Equal([FindingKind.NotCanonical], Check(Replaced(was, becomes)).Select(finding => finding.Kind));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public void What_is_no_package_at_all_is_said_to_be_none(string json) => Assert.NotEmpty(Check(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Whatever_can_be_written_is_read_back_and_has_nothing_wrong()
    {
        var texts = Gen.Elements("a", "\"", "\\", "\n", "\t", "\u0001", "<", "</script>", "é", "ក\u200B", "👍", "\u2028", "\u007f").ListOf().Select(string.Concat);
        Quiet.Holds(from title in texts from body in texts from name in texts from note in texts select (title, body, name, note), drawn =>
        {
            var package = Package with { Texts = [.. Texts, PackageText.Of("th", 2, PackageTextRole.Courtesy, drawn.title, drawn.body)], Corrigenda = [Package.Corrigenda[0] with { Note = drawn.note }] };
            var json = PackageJson.Write(package with { Addressee = package.Addressee with { Name = drawn.name } });
            return Check(json).Count == 0 && !Encoding.UTF8.GetString(json).Contains('<', StringComparison.Ordinal) && JsonDocument.Parse(json) is not null;
        });
    }

    private static void Holds(Gen<(int At, byte[] Json)> changes) => Prop.ForAll(changes.ToArbitrary(), change => Check(change.Json).Any(finding => Names(finding, change.At)))
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));

    /// <summary>Whether the finding speaks of the part, and in the register of the entry, in which the byte stands.</summary>
    private static bool Names(Finding finding, int at)
    {
        var part = Parts.Last(each => each.From <= at).Part;
        return finding.Kind switch
        {
            FindingKind.NotReadable => true,
            FindingKind.NotCanonical => Math.Abs(int.Parse(finding.Place, null) - at) <= 40,
            FindingKind.Member => finding.Place.StartsWith(part, StringComparison.Ordinal) || part.StartsWith("register.entries", StringComparison.Ordinal) && finding.Place == "register",
            FindingKind.Seal => finding.Place == part || part == "seals",
            _ when part.StartsWith("register.entries[", StringComparison.Ordinal) => finding.Place == $"{int.Parse(part[17..^1], null) + 1}",
            _ => part == "register",
        };
    }

    /// <summary>Where each part of the file begins.</summary>
    private static IEnumerable<(string Part, int From)> Starts()
    {
        var json = Encoding.UTF8.GetString(Json);
        var ends = new List<(string, int)> { ("", 0) };
        foreach (var part in (string[])["format", "statement", "addressee", "made", "texts", "corrigenda", "endorsers", "individuals", "counts", "files", "register", "seals"])
            ends.Add((part, At($"\"{part}\":")));
        foreach (var line in Package.Register.Entries) ends.Add(($"register.entries[{line.Number - 1}]", At($"{{\"n\":{line.Number},")));
        return ends.OrderBy(each => each.Item2);

        int At(string piece) => Encoding.UTF8.GetByteCount(json[..json.IndexOf(piece, StringComparison.Ordinal)]);
    }
}
