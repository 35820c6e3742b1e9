using System.Collections;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>An entry as the chain sees it: the leaf hash of its content, the one written beside it, and the head after it.</summary>
internal sealed record ChainLink(int Number, Digest Leaf, Digest RecordedLeaf, Digest Head)
{
    public bool FitsItsHash => Leaf.Equals(RecordedLeaf);

    public bool FollowsByContent(Digest head) => HashChain.Next(head, Leaf).Equals(Head);

    public bool Follows(Digest head) => FollowsByContent(head) || !FitsItsHash && HashChain.Next(head, RecordedLeaf).Equals(Head);
}

/// <summary>The entries in the order of the file, and the search for where one belongs. It gives up after so many hashes, so that nobody can keep a verifier busy.</summary>
internal sealed class ChainLinks(IEnumerable<PackageEntry> entries) : IReadOnlyList<ChainLink>
{
    private readonly List<ChainLink> links =
        [.. entries.Select(line => new ChainLink(line.Number, EntryForm.Leaf(line.Entry), Digest.Parse(line.Leaf), Digest.Parse(line.Head)))];

    private int hashes = 500_000;

    public int Count => links.Count;

    public ChainLink this[int index] => links[index];

    /// <summary>Whether the chain goes on with this head: into the entry at this place, or to its end.</summary>
    public bool Continues(Digest head, int at, Digest end) => at < links.Count ? links[at].Follows(head) : head.Equals(end);

    /// <summary>The first place from here on whose entry follows this head.</summary>
    public int? Find(Digest head, int from) => First(from, link => link.Follows(head));

    /// <summary>The first place from here on after which this entry would follow.</summary>
    public int? Predecessor(ChainLink link, int from) => First(from, before => link.Follows(before.Head));

    public void Exchange(int one, int other) => (links[one], links[other]) = (links[other], links[one]);

    /// <summary>Takes an entry out and puts it in so that it stands at the other place afterwards.</summary>
    public void Move(int from, int to)
    {
        var link = links[from];
        links.RemoveAt(from);
        links.Insert(to, link);
    }

    public IEnumerator<ChainLink> GetEnumerator() => links.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int? First(int from, Func<ChainLink, bool> fits)
    {
        for (var at = from; at < links.Count && hashes-- > 0; at++)
            if (fits(links[at])) return at;
        return null;
    }
}
