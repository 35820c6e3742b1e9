using System.CommandLine;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Web.Features.Statements.Packages;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Checks a delivered package by itself: no database, no settings, no network.</summary>
internal static class Verify
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("PACKAGE") { Description = "package.json, the zip that holds it, or the page (.html) that carries it" };
        var root = new Option<string>("--root") { Description = "the root that was published: 64 hexadecimal digits, with \"SIZE:\" before them where it is known" };
        var hash = new Option<string>("--hash") { Description = "the package hash that was recorded at the delivery" };
        var verb = new Command("verify", "Check a delivered package offline. Exit code 0: all right; 2: something is wrong and is named; 1: it cannot be read.") { file, root, hash };
        verb.SetAction((parsed, ct) => Run(parsed, parsed.GetValue(file)!, parsed.GetValue(root), parsed.GetValue(hash), ct));
        return verb;
    }

    private static async Task<int> Run(ParseResult parsed, FileInfo file, string? root, string? hash, CancellationToken ct)
    {
        var (said, complained) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var published = root is null ? null : PublishedRoot.Read(root);
        if (root is not null && published is null) return await Complain(complained, PackageWords.Of(Language.English, "bad-root"));
        if (!file.Exists) return await Complain(complained, $"There is no file {file.FullName}.");
        if (OpenedPackage.Of(await File.ReadAllBytesAsync(file.FullName, ct)) is not { } opened) return await Complain(complained, $"There is no package in {file.FullName}, or it is damaged.");
        var report = PackageCheck.Of(opened.Json, published);
        if (report.Findings is [{ Kind: FindingKind.NotReadable } nothing]) return await Complain(complained, PackageWords.Sentence(Language.English, nothing));
        if (report.Package is { } package) await Describe(said, package, report);
        var findings = report.Findings.Concat(report.Package is null ? [] : opened.Findings(report.Package)).ToList();
        if (hash is not null && !string.Equals(hash.Trim(), report.PackageHash.ToString(), StringComparison.OrdinalIgnoreCase))
            findings.Add(new(FindingKind.Seal, PackageWriter.JsonName, hash, $"{report.PackageHash}"));
        foreach (var finding in findings) await said.WriteLineAsync($"✕ {PackageWords.Sentence(Language.English, finding)}");
        if (findings.Count == 0) await said.WriteLineAsync($"✓ {PackageWords.Of(Language.English, "right")}");
        if (opened is { Page: not null, IsOurs: false }) await said.WriteLineAsync("The page was made by another version of the platform: only the package in it was checked, not how it is shown.");
        if (report.PublishedSize is { } size) await said.WriteLineAsync($"{PackageWords.Of(Language.English, "published-fits")} It stands for {size} of {report.Package!.Register.Entries.Count} entries.");
        else if (findings.Count == 0) await said.WriteLineAsync(PackageWords.Of(Language.English, "compare"));
        return findings.Count == 0 ? 0 : 2;
    }

    private static async Task Describe(TextWriter said, StatementPackage package, PackageReport report)
    {
        var (statement, counts) = (package.Statement, package.Counts);
        await said.WriteLineAsync($"Statement {statement.Number}, version {statement.Version}, made for {package.Addressee.Name} at {EntryForm.Instant(package.Made)}");
        await said.WriteLineAsync($"{counts.Organisations} organisations ({counts.Named} named, {counts.Sealed} sealed), individuals apart: {counts.Individuals}; {package.Register.Size} entries in the register");
        foreach (var text in package.Texts) await said.WriteLineAsync($"text {text.Language} v{text.Version}: {text.Hash}");
        await said.WriteLineAsync($"root: {package.Register.Root}");
        await said.WriteLineAsync(PackageWords.Of(Language.English, "package-hash", report.PackageHash));
    }

    private static async Task<int> Complain(TextWriter complained, string sentence)
    {
        await complained.WriteLineAsync(sentence);
        return 1;
    }
}
