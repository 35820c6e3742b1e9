using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An authority as lists see it.</summary>
public sealed record AuthorityRow(Guid Id, string[] NameLanguages, string[] Names, string Country, DateTimeOffset EnteredAt, DateTimeOffset ChangedAt);

/// <summary>One row per authority.</summary>
internal sealed class AuthorityRows : Projection<AuthorityRow>
{
    public const string Prefix = "authority-";

    public override string Table => "advocacy.authorities";

    public static Guid IdOf(Recorded happened) => Guid.Parse(happened.Stream[Prefix.Length..]);

    public override string? KeyOf(Recorded happened) => happened.Event is AuthorityEvent ? happened.Stream[Prefix.Length..] : null;

    public override AuthorityRow? Apply(AuthorityRow? row, Recorded happened) => happened.Event switch
    {
        AuthorityEntered e => new AuthorityRow(IdOf(happened), RowWordings.Split(e.Names).Languages, RowWordings.Split(e.Names).Texts, e.Country, happened.At, happened.At),
        AuthorityRenamed e => row! with { NameLanguages = RowWordings.Split(e.Names).Languages, Names = RowWordings.Split(e.Names).Texts, ChangedAt = happened.At },
        _ => row is null ? null : row with { ChangedAt = happened.At },
    };
}
