using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>A text that an alert may start from, in the languages it is written in.</summary>
public sealed record ReusableText(string Name, IReadOnlyDictionary<string, AlertText> Texts);

/// <summary>The texts an alert may start from.</summary>
public sealed class ReusableTexts
{
    public Task<IReadOnlyList<ReusableText>> All(CancellationToken ct) => Task.FromResult<IReadOnlyList<ReusableText>>([]);
}
