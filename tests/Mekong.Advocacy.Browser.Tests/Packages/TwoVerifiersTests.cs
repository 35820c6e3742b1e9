using System.Text;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Registers.Packages;
using Mekong.Advocacy.Web.Features.Statements.Packages;

namespace Mekong.Advocacy.Browser.Tests.Packages;

/// <summary>The page's verifier and the platform's were written apart. On thousands of damaged packages they find the same, in the same order.</summary>
public sealed class TwoVerifiersTests(PageFromAFile files) : IClassFixture<PageFromAFile>
{
    private static readonly string Json = Encoding.UTF8.GetString(Sample.Json);

    private static readonly IReadOnlyList<PackageEntry> Lines = Sample.Package.Register.Entries;

    [Fact]
    public async Task The_page_and_the_platform_find_the_same()
    {
        var page = await files.Open(PackageWriter.Write(Sample.Package).Page);
        string[] damaged = [Json, .. Letters(2000), .. Orders(400), .. Stories()];
        var theirs = await page.EvaluateAsync<string[]>("all => all.map(json => check.of(json, null).map(f => [f.kind, f.place, f.expected || '', f.found || ''].join(' ')).join('\\n'))", damaged);
        foreach (var (json, found) in damaged.Zip(theirs))
        {
            var ours = PackageCheck.Of(Encoding.UTF8.GetBytes(json)).Findings;
            if (ours.Any(finding => finding.Kind is FindingKind.NotReadable or FindingKind.Member)) Assert.NotEqual("", found); // engines differ in where they give up
            else Assert.Equal(string.Join('\n', ours.Select(finding => $"{finding.Kind} {finding.Place} {finding.Expected} {finding.Found}")), found);
        }
        Assert.Equal("", theirs[0]);
    }

    /// <summary>One letter changed for another, anywhere.</summary>
    private static IEnumerable<string> Letters(int count)
    {
        var random = new Random(17);
        const string letters = "0123456789abcdefgxyzKHក\u200B -:.T";
        for (var n = 0; n < count; n++)
        {
            var at = random.Next(Json.Length);
            if (!char.IsSurrogate(Json[at])) yield return $"{Json[..at]}{letters[random.Next(letters.Length)]}{Json[(at + 1)..]}";
        }
    }

    /// <summary>Entries cut out, put in and moved about, up to three times, and numbered anew or not.</summary>
    private static IEnumerable<string> Orders(int count)
    {
        var random = new Random(18);
        for (var n = 0; n < count; n++)
        {
            var lines = Lines.ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var (from, to) = (random.Next(lines.Count), random.Next(lines.Count));
                var line = lines[from];
                if (random.Next(2) == 0) lines.RemoveAt(from);
                if (random.Next(3) > 0) lines.Insert(Math.Min(to, lines.Count), random.Next(4) == 0 ? line with { Entry = line.Entry with { Reason = "new" } } : line);
            }
            var register = Sample.Package.Register with { Entries = random.Next(2) == 0 ? lines : [.. lines.Select((line, at) => line with { Number = at + 1 })], Size = random.Next(3) == 0 ? lines.Count : Lines.Count };
            yield return Written(Sample.Package with { Register = register });
        }
    }

    /// <summary>Packages that were made anew and say what cannot be.</summary>
    private static IEnumerable<string> Stories()
    {
        RegisterEntry late = Sample.Line(12, RegisterAct.SignOn, 9) with { At = Sample.Closes }, early = late with { At = Sample.Opened.AddDays(-1) };
        RegisterEntry[] odd = [late, early, late with { TextVersion = 7 }, late with { TextHash = new('d', 64) }, Sample.Line(12, RegisterAct.SignOn, 3), Sample.Line(12, RegisterAct.Withdrawal, 9), late with { Language = "th" }];
        foreach (var entry in odd) yield return Written(Sample.Of([.. Sample.Entries, entry], Sample.Endorsers));
        yield return Written(Sample.Of(Sample.Entries, [.. Sample.Endorsers, Sample.Endorser(9), Sample.Endorser(4), Sample.Endorser(1)]));
        yield return Written(Sample.Of(Sample.Entries, [Sample.Endorsers[0] with { Names = [new("vi", "To\u0302\u0309 chức"), new("en", "<b>\"\\")] }]));
        yield return Written(Sample.Package with { Statement = Sample.Statement with { Carried = [] } });
        yield return Written(Sample.Package with { Texts = Sample.Texts[..2], Individuals = [Sample.SignOnId(4), Sample.SignOnId(4)] });
        yield return Json.Replace($"{Sample.StatementId}", $"{Guid.Empty}", StringComparison.Ordinal);
        yield return Written(Sample.Of([], []));
    }

    private static string Written(StatementPackage package) => Encoding.UTF8.GetString(PackageJson.Write(package));
}
