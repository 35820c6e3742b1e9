using System.Numerics;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Checks of proofs by whoever has no tree, RFC 9162 §2.1.3.2 and §2.1.4.2. Indexes count from 0.</summary>
public static class MerkleChecks
{
    /// <summary>Whether the leaf stands at this index of a tree of this size and root.</summary>
    public static bool Includes(Digest leaf, long index, long size, IReadOnlyList<Digest> proof, Digest root)
    {
        if (index < 0 || index >= size) return false;
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            var isRight = (at & 1) == 1 || at == last;
            hash = isRight ? MerkleTree.Node(sibling, hash) : MerkleTree.Node(hash, sibling);
            (at, last) = Up(at, last, isRight);
        }
        return last == 0 && hash.Equals(root);
    }

    /// <summary>Whether the tree of the earlier size and root is the beginning of the later one.</summary>
    public static bool IsBeginning(long earlier, Digest earlierRoot, long later, Digest laterRoot, IReadOnlyList<Digest> proof)
    {
        if (earlier < 0 || earlier > later) return false;
        if (earlier == 0) return proof.Count == 0 && earlierRoot.Equals(MerkleFrontier.Empty.Root);
        if (earlier == later) return proof.Count == 0 && earlierRoot.Equals(laterRoot);
        IReadOnlyList<Digest> path = BitOperations.IsPow2(earlier) ? [earlierRoot, .. proof] : proof;
        if (path.Count == 0) return false;
        var (at, last) = (earlier - 1, later - 1);
        for (; (at & 1) == 1; at >>= 1) last >>= 1;
        var (was, now) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0) return false;
            var isRight = (at & 1) == 1 || at == last;
            if (isRight) was = MerkleTree.Node(sibling, was);
            now = isRight ? MerkleTree.Node(sibling, now) : MerkleTree.Node(now, sibling);
            (at, last) = Up(at, last, isRight);
        }
        return last == 0 && was.Equals(earlierRoot) && now.Equals(laterRoot);
    }

    /// <summary>A right child without a sibling of its own rises until it has one.</summary>
    private static (long At, long Last) Up(long at, long last, bool isRight)
    {
        if (isRight)
            for (; (at & 1) == 0 && at != 0; at >>= 1) last >>= 1;
        return (at >> 1, last >> 1);
    }
}
