using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Statements.Public;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>Something to look up, with its address where the public has one.</summary>
public sealed record PublicReference(string Title, string? Language, string? Address);

/// <summary>References as the public sees them: papers that we keep are named and not handed out; of a statement that is not public nothing is said.</summary>
public sealed class PublicReferences(PublicReads statements)
{
    public async Task<IReadOnlyList<PublicReference>> Of(IEnumerable<Reference> references, string language, CancellationToken ct)
    {
        var shown = new List<PublicReference>();
        foreach (var one in references)
        {
            if (one is { Kind: ReferenceKind.Statement, Id: { } id })
            {
                if (await statements.Knows(id, ct)) shown.Add(new(one.Title, one.Language, $"/{language}/statements/{id}"));
            }
            else if (one.Kind != ReferenceKind.Dialogue) shown.Add(new(one.Title, one.Language, one.Url));
        }
        return shown;
    }
}
