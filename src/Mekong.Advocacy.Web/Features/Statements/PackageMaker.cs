using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.SignOns;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Gathers what one office gets: the texts, who signed as far as that office may know them, and the whole register.</summary>
public sealed class PackageMaker(ITables tables, IEventStore store, RegisterReads registers)
{
    public async Task<StatementPackage> For(Guid statementId, Statement statement, StatementRow row, Addressee addressee, DateTimeOffset at, CancellationToken ct)
    {
        var signOns = await tables.Query<SignOnRow>(
            "select * from advocacy.sign_ons where statement_id = @statementId and stage in ('Live', 'Held') order by first_at, id", new { statementId }, ct);
        var entries = (await registers.Of(statementId, ct)).Entries;
        var versions = signOns.Select(signOn => signOn.Version).Where(version => version < statement.Version).Distinct().Order().ToList();
        return StatementPackage.Of(
            new PackageStatement(statementId, row.Number, statement.Version, versions, row.OpenedAt!.Value, row.ClosesAt!.Value, row.Zone!),
            new PackageAddressee(addressee.Office, addressee.Country ?? "", addressee.Language),
            at,
            await Texts(statementId, ct),
            await Corrigenda(statementId, statement, ct),
            [.. signOns.Where(signOn => signOn.Kind == EndorserKind.Organisation).Select(Endorser)],
            [.. signOns.Where(signOn => signOn.Kind == EndorserKind.Individual).Select(PublicId)],
            [],
            entries);
    }

    /// <summary>Every version that was ever signed, so that each sign-on's text is there to be read.</summary>
    private async Task<IReadOnlyList<PackageText>> Texts(Guid statementId, CancellationToken ct)
    {
        var texts = new Dictionary<(int, string), PackageText>();
        var state = Statement.Fold.Initial;
        foreach (var recorded in await store.Read($"{StatementRows.Prefix}{statementId}", ct))
        {
            state = Statement.Fold.Evolve(state, (StatementEvent)recorded.Event);
            if (state.Stage < StatementStage.Open) continue;
            foreach (var text in state.Texts.Where(text => text.ApprovedBy is not null))
                texts[(text.Version, text.Text.Language)] = PackageText.Of(text.Text.Language, text.Version, text.Text.Role == TextRole.Authentic ? PackageTextRole.Authentic : PackageTextRole.Courtesy, text.Text.Title, text.Text.Body);
        }
        return [.. texts.Values.OrderBy(text => text.Version).ThenBy(text => Domain.Languages.Language.All.ToList().IndexOf(text.Language))];
    }

    private async Task<IReadOnlyList<PackageCorrigendum>> Corrigenda(Guid statementId, Statement statement, CancellationToken ct) => [.. (await store.Read($"{StatementRows.Prefix}{statementId}", ct))
        .Where(recorded => recorded.Event is CorrigendumIssued)
        .Select(recorded => (recorded.At, Slip: (CorrigendumIssued)recorded.Event))
        .Select(issued => new PackageCorrigendum(issued.Slip.Language, statement.Version, issued.At, issued.Slip.Found, issued.Slip.Correct, issued.Slip.Note))];

    private static PackageEndorser Endorser(SignOnRow signOn) => new(
        PublicId(signOn), signOn.EndorserId, [.. signOn.NameLanguages.Zip(signOn.Names, (language, name) => new PackageName(language, name))], signOn.Country, signOn.Salt,
        signOn.Display == Display.Sealed ? PackageDisplay.Addressee : PackageDisplay.Public);

    private static Guid PublicId(SignOnRow signOn) => EndorserCommitment.PublicSignOnId(Convert.FromHexString(signOn.Salt), signOn.Id);
}
