using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>
/// The statement for search engines, in schema.org's words. An endorsement is an EndorseAction whose object is the statement ("endorsee" takes
/// people and organisations only); those who are not named on the page are not named here.
/// </summary>
internal static class LinkedData
{
    /// <summary>Keeps every script as it is and escapes what could end the element.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(PublicStatement statement, FrozenText text, PublicCounts counts, IReadOnlyList<PublicEndorser> endorsers, Func<string, string> addressIn)
    {
        var here = addressIn(text.Text.Language);
        var article = new JsonObject
        {
            ["@type"] = "Article",
            ["@id"] = here,
            ["url"] = here,
            ["headline"] = text.Text.Title,
            ["inLanguage"] = text.Text.Language,
            ["datePublished"] = Machine(statement.PublishedAt),
            ["dateModified"] = Machine(statement.UpdatedAt),
            ["identifier"] = $"urn:uuid:{statement.Row.Id}",
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Mekong.Advocacy" },
            ["interactionStatistic"] = new JsonObject
            {
                ["@type"] = "InteractionCounter",
                ["interactionType"] = "https://schema.org/EndorseAction",
                ["userInteractionCount"] = counts.Organisations,
            },
            ["workTranslation"] = new JsonArray([.. statement.Texts.Where(other => other != text).Select(other => new JsonObject
            {
                ["@type"] = "Article",
                ["@id"] = addressIn(other.Text.Language),
                ["inLanguage"] = other.Text.Language,
                ["headline"] = other.Text.Title,
            })]),
        };
        var acts = endorsers.Where(endorser => endorser.WithdrewAt is null).Select(endorser => Act(endorser, here));
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([article, .. acts]) }.ToJsonString(Readable);
    }

    private static JsonObject Act(PublicEndorser endorser, string statement) => new()
    {
        ["@type"] = "EndorseAction",
        ["agent"] = new JsonObject
        {
            ["@type"] = "Organization",
            ["name"] = endorser.Names[0],
            ["alternateName"] = endorser.Names.Length > 1 ? new JsonArray([.. endorser.Names.Skip(1).Select(name => (JsonNode)name)]) : null,
            ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = endorser.Country },
        },
        ["object"] = new JsonObject { ["@id"] = statement },
        ["startTime"] = Machine(endorser.FirstAt),
    };

    private static string Machine(DateTimeOffset at) => Domain.Registers.EntryForm.Instant(at);
}
