namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// Walks along the chain and says which entry was changed, is missing, was added or moved. Every entry carries the head after it, so the walk finds its
/// footing again behind a break, also where the entries were numbered anew.
/// </summary>
internal sealed class ChainFindings(StatementPackage package)
{
    private readonly PackageRegister register = package.Register;
    private readonly Digest end = Digest.Parse(package.Register.Head);
    private readonly ChainLinks links = new(package.Register.Entries);
    private Digest head = HashChain.Start(package.Statement.Id);
    private int number = 1, missing, added;
    private bool disturbed;

    public IEnumerable<Finding> All()
    {
        if (links.Count > 1 && links.All(link => !link.FitsItsHash)) return [new(FindingKind.OtherStatement, $"{package.Statement.Id}")];
        return Walk().Concat(End()).ToList();
    }

    private IEnumerable<Finding> Walk()
    {
        for (var at = 0; at < links.Count; at++)
        {
            var link = links[at];
            if (head.Equals(end)) yield return Added(link);
            else if (link.Follows(head))
            {
                if (!link.FitsItsHash) yield return Changed(link);
                if (!disturbed && link.Number != number && link.Number != at + 1) yield return new(FindingKind.EntryOutOfPlace, $"{number}", $"{number}", $"{link.Number}");
                Step(link.Head);
            }
            else if (HashChain.Next(head, link.Leaf) is var meant && links.Continues(meant, at + 1, end))
            {
                yield return new(FindingKind.EntryHashChanged, $"{link.Number}", $"{meant}", $"{link.Head}");
                Step(meant);
            }
            else if (links.Find(head, at + 1) is { } further)
            {
                yield return Moved(link, at, further);
                if (!ReferenceEquals(links[at], link)) at--; // what belongs here stands here now
            }
            else
            {
                foreach (var finding in Gap(link)) yield return finding;
                Step(link.Head);
            }
        }
    }

    /// <summary>The entry that belongs here stands further on: the two were exchanged, one of them was moved, or this one was added.</summary>
    private Finding Moved(ChainLink link, int at, int further)
    {
        disturbed = true;
        if (link.Follows(further == at + 1 ? links[further].Head : links[further - 1].Head))
        {
            links.Exchange(at, further);
            return new(FindingKind.EntriesExchanged, $"{at + 1 + missing - added}", null, $"{further + 1 + missing - added}");
        }
        if (links.Predecessor(link, at + 1) is not { } before) return Added(link);
        var moved = further == at + 1 ? link : links[further];
        if (further == at + 1) links.Move(at, before);
        else links.Move(further, at);
        return new(FindingKind.EntryOutOfPlace, $"{moved.Number}");
    }

    /// <summary>Nothing here follows: entries are missing, or this one was changed together with its hash.</summary>
    private IEnumerable<Finding> Gap(ChainLink link)
    {
        const int believable = 1000;
        if (link.Number > number && link.Number - number <= believable)
            while (number < link.Number) yield return Missing();
        else if (links.Count + missing - added < register.Size) yield return Missing();
        else yield return new(FindingKind.EntryDoesNotFollow, $"{link.Number}");
        if (!link.FitsItsHash) yield return Changed(link);
    }

    private IEnumerable<Finding> End()
    {
        var accounted = links.Count + missing - added;
        if (head.Equals(end))
        {
            if (register.Size != accounted) yield return new(FindingKind.SizeWrong, "size", $"{accounted}", $"{register.Size}");
        }
        else if (register.Size <= accounted) yield return new(FindingKind.ChainHeadWrong, "head", $"{end}", $"{head}");
        else
            for (var n = accounted + 1; n <= Math.Min(register.Size, accounted + 1000); n++) yield return new(FindingKind.EntryMissing, $"{n}");
    }

    private Finding Changed(ChainLink link) => link.FollowsByContent(head)
        ? new(FindingKind.EntryHashChanged, $"{link.Number}", $"{link.Leaf}", $"{link.RecordedLeaf}")
        : new(FindingKind.EntryChanged, $"{link.Number}", $"{link.RecordedLeaf}", $"{link.Leaf}");

    private Finding Added(ChainLink link)
    {
        added++;
        return new(FindingKind.EntryAdded, $"{link.Number}");
    }

    private Finding Missing()
    {
        missing++;
        return new(FindingKind.EntryMissing, $"{number++}");
    }

    private void Step(Digest to) => (head, number) = (to, number + 1);
}
