using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A reference as it is typed. Kind "statement", "dialogue" and "file" need the id of what we keep, the others mostly a link.</summary>
public sealed record ReferenceJson(ReferenceKind? Kind, string? Title, string? Language = null, string? Url = null, Guid? Id = null)
{
    internal bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Title + Url);

    /// <summary>A link without a title is called by its address.</summary>
    internal Reference Read() => new(
        Kind ?? ReferenceKind.Other, Something(Title) ?? Something(Url) ?? Kind?.ToString() ?? "", Something(Language), Something(Url), Id);

    internal static ReferenceJson Of(Reference one) => new(one.Kind, one.Title, one.Language, one.Url, one.Id);

    private static string? Something(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
