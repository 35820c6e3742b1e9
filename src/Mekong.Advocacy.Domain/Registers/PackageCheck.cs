using System.Globalization;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>A root that was published, as at closing, with or without the number of entries it stands for.</summary>
public sealed record PublishedRoot(string Root, int? Size = null)
{
    /// <summary>"HEX" or "SIZE:HEX"; null when it is neither.</summary>
    public static PublishedRoot? Read(string text) => text.Trim().ToLowerInvariant().Split(':') switch
    {
        [var root] when Digest.IsHex(root) => new(root),
        [var size, var root] when Digest.IsHex(root) && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => new(root, n),
        _ => null,
    };
}

/// <summary>What a check found. No findings: everything fits.</summary>
/// <param name="PackageHash">Of the bytes as they are, to be compared with the hash that was recorded at the delivery.</param>
/// <param name="Package">Null when it could not be read.</param>
/// <param name="PublishedSize">How many entries the published root stands for; null when none was given or it does not fit.</param>
public sealed record PackageReport(Digest PackageHash, StatementPackage? Package, IReadOnlyList<Finding> Findings, int? PublishedSize);

/// <summary>
/// Checks a package by itself: that it is written as the format asks, that texts, entries, names and counts fit their hashes and each other, and, where
/// a published root is given, that the register is the one that was published.
/// </summary>
public static class PackageCheck
{
    public static PackageReport Of(ReadOnlyMemory<byte> json, PublishedRoot? published = null)
    {
        var hash = Digest.Of(json.Span);
        var (package, seals, faults) = PackageReader.Read(json);
        if (package is null) return new(hash, null, faults, null);
        var roots = new RootFindings(package.Register, published);
        return new(hash, package,
        [
            .. TextFindings.In(package),
            .. new ChainFindings(package).All(),
            .. SignOnFindings.In(package),
            .. EndorserFindings.In(package),
            .. CountFindings.In(package),
            .. roots.All,
            .. Form(json.Span, PackageJson.Write(package, seals)),
            .. PackageJson.Seals(package).Where(seal => seals[seal.Key] != seal.Value).Select(seal => new Finding(FindingKind.Seal, seal.Key, seals[seal.Key], seal.Value)),
        ], roots.PublishedSize);
    }

    private static Finding[] Form(ReadOnlySpan<byte> json, ReadOnlySpan<byte> canonical) =>
        json.SequenceEqual(canonical) ? [] : [new(FindingKind.NotCanonical, json.CommonPrefixLength(canonical).ToString(CultureInfo.InvariantCulture))];
}
