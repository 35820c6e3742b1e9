using System.Numerics;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Roots and proofs over leaf hashes, RFC 9162 §2.1. Indexes count from 0. Who only has a proof checks it with <see cref="MerkleChecks"/>.</summary>
public static class MerkleTree
{
    public const byte NodeKind = 0x01;

    public static Digest Node(Digest left, Digest right) => Digest.Of(NodeKind, left.Bytes, right.Bytes);

    public static Digest Root(IEnumerable<Digest> leaves) => leaves.Aggregate(MerkleFrontier.Empty, (frontier, leaf) => frontier.Append(leaf)).Root;

    /// <summary>What proves that the leaf at this index is among them (§2.1.3.1), nearest sibling first.</summary>
    public static IReadOnlyList<Digest> Inclusion(IReadOnlyList<Digest> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)leaves.Count);
        var path = new List<Digest>();
        for (var (from, to) = (0, leaves.Count); to - from > 1;)
        {
            var middle = from + Left(to - from);
            path.Add(index < middle ? Root(leaves, middle, to) : Root(leaves, from, middle));
            if (index < middle) to = middle; else from = middle;
        }
        path.Reverse();
        return path;
    }

    /// <summary>What proves that the first so many leaves are still the beginning of them all (§2.1.4.1).</summary>
    public static IReadOnlyList<Digest> Consistency(IReadOnlyList<Digest> leaves, int earlier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, leaves.Count);
        if (earlier == 0) return [];
        var path = new List<Digest>();
        var (from, to) = (0, leaves.Count);
        while (earlier < to)
        {
            var middle = from + Left(to - from);
            path.Add(earlier <= middle ? Root(leaves, middle, to) : Root(leaves, from, middle));
            if (earlier <= middle) to = middle; else from = middle;
        }
        if (from > 0) path.Add(Root(leaves, from, to)); // otherwise it is the earlier root, which the other side has
        path.Reverse();
        return path;
    }

    private static Digest Root(IReadOnlyList<Digest> leaves, int from, int to)
    {
        if (to - from == 1) return leaves[from];
        var middle = from + Left(to - from);
        return Node(Root(leaves, from, middle), Root(leaves, middle, to));
    }

    /// <summary>The largest power of two below the size.</summary>
    private static int Left(int size) => 1 << BitOperations.Log2((uint)(size - 1));
}
