namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Whether the entries have the root that the package says, and the one that was published.</summary>
internal sealed class RootFindings
{
    public RootFindings(PackageRegister register, PublishedRoot? published)
    {
        var (frontier, roots) = (MerkleFrontier.Empty, new List<string> { MerkleFrontier.Empty.Root.ToString() });
        foreach (var line in register.Entries)
        {
            frontier = frontier.Append(EntryForm.Leaf(line.Entry));
            if (published is not null) roots.Add(frontier.Root.ToString());
        }
        List<Finding> findings = frontier.Root.ToString() is var root && root != register.Root ? [new(FindingKind.RootWrong, "root", register.Root, root)] : [];
        if (published is { Size: { } size } && size >= roots.Count) findings.Add(new(FindingKind.PublishedSizeWrong, "root", $"{size}", $"{roots.Count - 1}"));
        else if (published is not null)
        {
            var fits = published.Size ?? roots.LastIndexOf(published.Root);
            if (fits >= 0 && roots[fits] == published.Root) PublishedSize = fits;
            else findings.Add(new(FindingKind.PublishedRootWrong, "root", published.Root, fits >= 0 ? roots[fits] : root));
        }
        All = findings;
    }

    public IReadOnlyList<Finding> All { get; }

    public int? PublishedSize { get; }
}
