using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Which of a statement's texts a reader is shown: none for which nobody but its authors answers.</summary>
internal static class ReadableTexts
{
    public static IReadOnlyList<FrozenText> Readable(this Statement statement) => [.. Language.All
        .Select(code => statement.Texts.Find(text => text.Text.Language == code && text.ApprovedBy is not null)).OfType<FrozenText>()];

    /// <summary>In the reader's language, else in the next one they are likely to read, else in the first.</summary>
    /// <param name="authentic">Only among the texts that one signs.</param>
    public static FrozenText? For(this Statement statement, string language, bool authentic = false)
    {
        var texts = statement.Readable().Where(text => !authentic || text.Text.Role == TextRole.Authentic).ToList();
        return Language.Chain(language, Fallback.Next).Select(code => texts.Find(text => text.Text.Language == code)).OfType<FrozenText>().FirstOrDefault()
            ?? texts.FirstOrDefault();
    }
}
