using System.Globalization;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What of ours a reference may lead to: statements and dialogues, the latest first.</summary>
public sealed class OurThings(ITables tables, DialogueReads reads)
{
    private sealed record Row(Guid Id, string Name);

    public async Task<IReadOnlyList<(ReferenceKind Kind, Guid Id, string Title)>> ToReferTo(CancellationToken ct)
    {
        var statements = await tables.Query<Row>("select id, name from advocacy.statements where stage <> 'Archived' order by drafted_at desc limit 100", null, ct);
        var dialogues = await reads.Dialogues(new(Most: 100), ct);
        return
        [
            .. statements.Select(row => (ReferenceKind.Statement, row.Id, row.Name)),
            .. dialogues.Select(row => (ReferenceKind.Dialogue, row.Id, row.Title(CultureInfo.CurrentUICulture.Name).Text)),
        ];
    }
}
