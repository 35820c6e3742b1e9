namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Which statement, which version of it is delivered, and when it could be signed.</summary>
/// <param name="Carried">Earlier versions whose sign-ons count on, by the rule that was stated beforehand.</param>
/// <param name="Zone">The zone in which the closing hour was announced, e.g. "Asia/Bangkok".</param>
public sealed record PackageStatement(Guid Id, int Number, int Version, IReadOnlyList<int> Carried, DateTimeOffset Opened, DateTimeOffset Closes, string Zone);

/// <summary>The office the package is made for.</summary>
public sealed record PackageAddressee(string Name, string Country, string Language);

public enum PackageTextRole { Authentic, Courtesy }

/// <summary>A language version in its canonical form, with its hash.</summary>
public sealed record PackageText(string Language, int Version, PackageTextRole Role, string Title, string Body, string Hash)
{
    public static PackageText Of(string language, int version, PackageTextRole role, string title, string body) => new(
        language, version, role, TextCanon.Title(title), TextCanon.Body(body), TextCanon.Hash(language, version, title, body).ToString());
}

/// <summary>A slip that was corrected beside the text after the opening; the text itself stands as it was signed.</summary>
public sealed record PackageCorrigendum(string Language, int Version, DateTimeOffset At, string Was, string Becomes, string? Note);

/// <summary>Who may see an endorser's name. What only the addressee may see stands in the addressee's own copy and in no other.</summary>
public enum PackageDisplay { Public, Addressee }

public sealed record PackageName(string Language, string Name);

/// <summary>An organisation that is named, with what shows that it is the one in the register.</summary>
/// <param name="Salt">32 lower-case hexadecimal digits (<see cref="EndorserCommitment"/>).</param>
public sealed record PackageEndorser(Guid SignOnId, Guid Id, IReadOnlyList<PackageName> Names, string Country, string Salt, PackageDisplay Display)
{
    public string Commitment => EndorserCommitment.Of(Convert.FromHexString(Salt), Id, [.. Names.Select(name => (name.Language, name.Name))], Country);
}

/// <summary>What the package says it holds. Organisations are the named and the sealed ones; individuals are apart.</summary>
public sealed record PackageCounts(int Organisations, int Named, int Sealed, int Individuals);

/// <summary>Another file that is handed over with the package, such as a cover letter.</summary>
public sealed record PackageFile(string Name, string Hash)
{
    public static PackageFile Of(string name, ReadOnlySpan<byte> content) => new(name, Digest.Of(content).ToString());
}

/// <param name="Number">From 1.</param>
/// <param name="Leaf">The leaf hash, 64 lower-case hexadecimal digits.</param>
/// <param name="Head">The chain's head after this line.</param>
public sealed record PackageEntry(int Number, RegisterEntry Entry, string Leaf, string Head);

/// <summary>The register up to the moment the package was made, whole and in order.</summary>
public sealed record PackageRegister(int Size, string Root, string Head, IReadOnlyList<PackageEntry> Entries)
{
    public static PackageRegister Of(Guid statementId, IEnumerable<RegisterEntry> entries)
    {
        var kept = entries.Select(entry => entry with { At = EntryForm.ReadInstant(EntryForm.Instant(entry.At))!.Value }).ToList();
        var leaves = kept.ConvertAll(EntryForm.Leaf);
        var heads = HashChain.Heads(statementId, leaves).ToList();
        return new(
            kept.Count, MerkleTree.Root(leaves).ToString(), (heads.Count > 0 ? heads[^1] : HashChain.Start(statementId)).ToString(),
            [.. kept.Select((entry, at) => new PackageEntry(at + 1, entry, leaves[at].ToString(), heads[at].ToString()))]);
    }
}
