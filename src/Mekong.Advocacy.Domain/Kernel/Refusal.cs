namespace Mekong.Advocacy.Domain.Kernel;

/// <summary>Why we said no. The code names a sentence in every language we publish.</summary>
/// <param name="Field">The field it concerns, as the API spells it ("texts.km.body"); null: the command as a whole.</param>
/// <param name="Detail">What the sentence quotes, e.g. the unknown merge field.</param>
public sealed record Refusal(string Code, string? Field = null, string? Detail = null)
{
    public Refusal At(string field, string? detail = null) => this with { Field = field, Detail = detail };
}
