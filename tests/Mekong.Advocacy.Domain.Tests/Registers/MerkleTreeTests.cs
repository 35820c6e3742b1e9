using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Registers;

public sealed class MerkleTreeTests
{
    private static readonly Gen<List<Digest>> Trees = from size in Gen.Choose(1, 70) select Leaves(size);

    private static readonly Gen<(List<Digest> Leaves, int At)> Places = from leaves in Trees from at in Gen.Choose(0, leaves.Count - 1) select (leaves, at);

    [Fact]
    public void The_root_changes_with_every_changed_missing_added_or_exchanged_leaf() => Quiet.Holds(
        from place in Places from other in Gen.Choose(0, place.Leaves.Count - 1) select (place.Leaves, place.At, other), drawn =>
        {
            var (leaves, at, other) = drawn;
            List<Digest> without = [.. leaves], with = [.. leaves], exchanged = [.. leaves], changed = [.. leaves];
            without.RemoveAt(at);
            with.Insert(at, Leaf("new"));
            changed[at] = Leaf("new");
            (exchanged[at], exchanged[other]) = (exchanged[other], exchanged[at]);
            var root = MerkleTree.Root(leaves);
            return new[] { without, with, changed }.All(list => !MerkleTree.Root(list).Equals(root)) && MerkleTree.Root(exchanged).Equals(root) == (at == other);
        });

    [Fact]
    public void Every_inclusion_proof_checks_and_with_another_leaf_place_size_or_step_does_not() => Quiet.Holds(
        from place in Places from step in Gen.Choose(0, 6) from other in Gen.Choose(0, 80) select (place.Leaves, place.At, step, other), drawn =>
        {
            var (leaves, at, step, other) = drawn;
            var (size, root, proof) = (leaves.Count, MerkleTree.Root(leaves), MerkleTree.Inclusion(leaves, at).ToList());
            if (!MerkleChecks.Includes(leaves[at], at, size, proof, root)) return false;
            if (proof.Count > step && MerkleChecks.Includes(leaves[at], at, size, [.. proof.Take(step), Leaf("new"), .. proof.Skip(step + 1)], root)) return false;
            return !MerkleChecks.Includes(Leaf("new"), at, size, proof, root)
                && !MerkleChecks.Includes(leaves[at], at, size, [.. proof, root], root)
                && !(other != at && MerkleChecks.Includes(leaves[at], other, size, proof, root))
                && !MerkleChecks.Includes(leaves[at], at, size, proof, Leaf("new"));
        });

    [Fact]
    public void Every_consistency_proof_checks_and_a_rewritten_beginning_does_not() => Quiet.Holds(
        from place in Places from rewritten in Gen.Choose(0, place.At) select (place.Leaves, Earlier: place.At + 1, rewritten), drawn =>
        {
            var (leaves, earlier, rewritten) = drawn;
            List<Digest> other = [.. leaves];
            other[rewritten] = Leaf("new");
            Digest root = MerkleTree.Root(leaves), was = MerkleTree.Root(leaves.Take(earlier)), false_ = MerkleTree.Root(other.Take(earlier));
            return MerkleChecks.IsBeginning(earlier, was, leaves.Count, root, MerkleTree.Consistency(leaves, earlier))
                && !MerkleChecks.IsBeginning(earlier, false_, leaves.Count, root, MerkleTree.Consistency(leaves, earlier))
                && !MerkleChecks.IsBeginning(earlier, false_, leaves.Count, root, MerkleTree.Consistency(other, earlier))
                && MerkleChecks.IsBeginning(0, MerkleTree.Root([]), leaves.Count, root, MerkleTree.Consistency(leaves, 0));
        });

    [Fact]
    public void A_frontier_that_was_stored_goes_on_where_it_stopped() => Quiet.Holds(Places, place =>
    {
        var (leaves, at) = place;
        var first = leaves.Take(at).Aggregate(MerkleFrontier.Empty, (frontier, leaf) => frontier.Append(leaf));
        var restored = MerkleFrontier.Restore(first.Size, first.Peaks);
        return leaves.Skip(at).Aggregate(restored, (frontier, leaf) => frontier.Append(leaf)) is var whole
            && whole.Size == leaves.Count && whole.Root.Equals(Recursive(leaves, 0, leaves.Count));
    });

    [Fact]
    public void A_head_depends_on_every_leaf_before_it_their_order_and_the_statement()
    {
        var (statement, other) = (Guid.Parse("0192d0a0-0000-7000-8000-000000000001"), Guid.Parse("0192d0a0-0000-7000-8000-000000000002"));
        Digest a = Leaf("a"), b = Leaf("b"), c = Leaf("c");
        Assert.Equal(7, new[] { (statement, [a, b, c]), (statement, [b, a, c]), (statement, [a, c, b]), (statement, [b, c]), (statement, [a, b]), (statement, [a, a, b, c]), (other, new[] { a, b, c }) }
            .Select(drawn => HashChain.Heads(drawn.Item1, drawn.Item2).Last()).Distinct().Count());
        Assert.Equal("b5ba2a8b635260457c9b6f6ab54e1730", HashChain.Start(statement).ToString()[..32]);
    }

    private static Digest Recursive(List<Digest> leaves, int from, int to)
    {
        if (to - from == 1) return leaves[from];
        var left = 1;
        while (left * 2 < to - from) left *= 2;
        return MerkleTree.Node(Recursive(leaves, from, from + left), Recursive(leaves, from + left, to));
    }

    private static List<Digest> Leaves(int size) => [.. Enumerable.Range(0, size).Select(n => Leaf($"leaf {n}"))];

    private static Digest Leaf(string content) => Digest.Of(EntryForm.LeafKind, System.Text.Encoding.UTF8.GetBytes(content));
}
