using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Preview;

/// <summary>A person of the audience, without a name.</summary>
public sealed record PreviewPerson(Guid PersonId, string Country, string? Organisation, byte[] NameSealed);

/// <summary>
/// Whose data a preview shows. Nobody's name is shown to somebody who only wants to see a layout: a real reader keeps the first letter, and
/// the longest names are invented ones as long as the longest real one.
/// </summary>
public sealed class PreviewReaders(ITables tables, IVault vault, AdvocacySettings settings)
{
    private sealed record Longest(byte[]? Name, string? Organisation);

    private const string AnybodySql = """
        select s.person_id, s.country, s.organisation, p.name_sealed from advocacy.subscribers s
        join advocacy.people p on p.id = s.person_id
        where s.language = any(@languages)
          and exists (select from advocacy.consents c where c.person_id = s.person_id and c.channel = any(@channels) and c.withdrawn_at is null and c.suppressed_at is null)
          and (cardinality(@countries) = 0 or s.country = any(@countries))
          and (cardinality(@topics) = 0 or s.topics && @topics)
          and (cardinality(@organisations) = 0 or s.organisation = any(@organisations))
          and (@person::uuid is null or s.person_id = @person)
        order by random() limit 1
        """;

    private const string LongestSql = """
        select
          (select p.name_sealed from advocacy.people p join advocacy.subscribers s on s.person_id = p.id where s.language = @language
            order by octet_length(p.name_sealed) desc limit 1) as name,
          (select organisation from advocacy.subscribers where language = @language and organisation is not null
            order by octet_length(organisation) desc limit 1) as organisation
        """;

    /// <summary>Somebody who would get this language; null when nobody would.</summary>
    /// <param name="person">The same one again; null: anybody.</param>
    public async Task<PreviewPerson?> Anybody(AlertContent content, string language, Guid? person, CancellationToken ct)
    {
        var audience = content.Audience;
        var readers = Language.All.Where(own => audience.Channels.Any(channel => FrozenAudience.Chosen(content, channel, own) == language));
        if (audience.Languages.Count > 0) readers = readers.Intersect(audience.Languages);
        return (await tables.Query<PreviewPerson>(AnybodySql, new
        {
            person,
            languages = readers.ToArray(),
            channels = audience.Channels.ToArray(),
            countries = audience.Countries.ToArray(),
            topics = audience.Topics.ToArray(),
            organisations = audience.Organisations.ToArray(),
        }, ct)).SingleOrDefault();
    }

    public Personal Masked(PreviewPerson person, string language)
    {
        var name = vault.Open(person.NameSealed);
        var shown = name.Length == 0 ? "" : $"{StringInfo.GetNextTextElement(name)}…";
        return With(language, shown, person.Organisation ?? "", WordsIn.Country(language, person.Country));
    }

    public async Task<Personal> Worst(string language, CancellationToken ct)
    {
        var longest = (await tables.Query<Longest>(LongestSql, new { language }, ct))[0];
        var name = longest.Name is null ? LongName.Usual : Math.Max(1, vault.Open(longest.Name).Length);
        return With(language, LongName.In(language, name), longest.Organisation ?? LongName.In(language), WordsIn.Country(language, "CN"));
    }

    public Personal Nobody(string language)
    {
        var neutral = Neutral.Reader(language, "", "");
        return With(language, neutral.Name, neutral.Organisation, neutral.Country);
    }

    private Personal With(string language, string name, string organisation, string country) =>
        new(name, organisation, country, Address($"/u/{Links.Trial}"), Address($"/m/{Links.Trial}"));

    private string Address(string path) => new Uri(settings.PublicUrl, path).AbsoluteUri;
}
