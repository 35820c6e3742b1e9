using System.Numerics;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>The right edge of a growing tree: enough to append a leaf and tell the root with as many hashes as the size has bits.</summary>
public sealed class MerkleFrontier
{
    public static readonly MerkleFrontier Empty = new(0, []);

    private static readonly Digest EmptyRoot = Digest.Of([]);

    private readonly Digest[] peaks;

    private MerkleFrontier(long size, Digest[] peaks) => (Size, this.peaks) = (size, peaks);

    public long Size { get; }

    /// <summary>Roots of the full subtrees, the largest first: one for each bit that is set in the size.</summary>
    public IReadOnlyList<Digest> Peaks => peaks;

    public Digest Root => peaks.Length == 0 ? EmptyRoot : peaks.Reverse().Aggregate((right, left) => MerkleTree.Node(left, right));

    /// <summary>As it was stored.</summary>
    public static MerkleFrontier Restore(long size, IEnumerable<Digest> peaks) =>
        peaks.ToArray() is var kept && kept.Length == BitOperations.PopCount((ulong)size)
            ? new(size, kept)
            : throw new ArgumentException("There is one peak for each bit that is set in the size.", nameof(peaks));

    public MerkleFrontier Append(Digest leaf)
    {
        var (node, left) = (leaf, peaks.Length);
        for (var size = Size; (size & 1) == 1; size >>= 1) node = MerkleTree.Node(peaks[--left], node);
        return new(Size + 1, [.. peaks.AsSpan(0, left), node]);
    }
}
