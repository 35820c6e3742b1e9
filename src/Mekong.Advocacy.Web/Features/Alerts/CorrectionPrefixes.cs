using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What a correction's subject begins with in each language, as the file templates/correction.json states it.</summary>
public sealed class CorrectionPrefixes(AdvocacySettings settings)
{
    private sealed record PrefixFile(Dictionary<string, string> Update, Dictionary<string, string> Cancellation);

    private readonly PrefixFile file = JsonSerializer.Deserialize<PrefixFile>(
        File.ReadAllText(Path.Combine(settings.Templates, "correction.json")), JsonSerializerOptions.Web)!;

    /// <summary>By language; none where nothing is corrected.</summary>
    public IReadOnlyDictionary<string, string> For(RelationKind kind) => kind switch
    {
        RelationKind.Update => file.Update,
        RelationKind.Cancellation => file.Cancellation,
        _ => new Dictionary<string, string>(),
    };
}
