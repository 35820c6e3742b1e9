namespace Mekong.Advocacy.Domain.Registers;

/// <summary>The chain beside the tree: every head depends on all lines before it, so the place of a missing, added or moved line can be named.</summary>
public static class HashChain
{
    public const byte LinkKind = 0x02;

    /// <summary>The head before the first line.</summary>
    public static Digest Start(Guid statementId) => Digest.Of($"mekong-register:v1\n{statementId}");

    public static Digest Next(Digest head, Digest leaf) => Digest.Of(LinkKind, head.Bytes, leaf.Bytes);

    /// <summary>The head after each leaf, in order.</summary>
    public static IEnumerable<Digest> Heads(Guid statementId, IEnumerable<Digest> leaves)
    {
        var head = Start(statementId);
        foreach (var leaf in leaves) yield return head = Next(head, leaf);
    }
}
