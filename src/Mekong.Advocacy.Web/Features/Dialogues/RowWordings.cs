using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Names, titles and texts as rows keep them: languages and wordings in two columns, in one order.</summary>
public static class RowWordings
{
    public static (string[] Languages, string[] Texts) Split(ValueList<Wording> wordings) =>
        ([.. wordings.Select(one => one.Language)], [.. wordings.Select(one => one.Text)]);

    public static ValueList<Wording> Join(string[] languages, string[] texts) => [.. languages.Zip(texts, (language, text) => new Wording(language, text))];

    /// <summary>In the reader's language, or the next best.</summary>
    public static Wording Best(string[] languages, string[] texts, string language) => Join(languages, texts).In(language) ?? new Wording(language, "");

    public static Wording Name(this ForumRow row, string language) => Best(row.NameLanguages, row.Names, language);

    public static Wording Name(this AuthorityRow row, string language) => Best(row.NameLanguages, row.Names, language);

    public static Wording Title(this PostRow row, string language) => Best(row.TitleLanguages, row.Titles, language);

    public static Wording Title(this DialogueRow row, string language) => Best(row.TitleLanguages, row.Titles, language);

    public static Wording Title(this RecommendationRow row, string language) => Best(row.TitleLanguages, row.Titles, language);

    public static string Label(this RecommendationRow row) => $"R-{row.Number}";

    public static string Label(this CommitmentRow row) => $"C-{row.Number}";

    /// <summary>The words, in the reader's language where they are translated into it.</summary>
    public static Wording In(this CommitmentRow row, string language) => row.Language == language ? new(row.Language, row.Words)
        : Join(row.TranslationLanguages, row.Translations).FirstOrDefault(one => one.Language == language) ?? new(row.Language, row.Words);

    /// <summary>Where it stands on a day, also in the minute before its row says so.</summary>
    /// <param name="today">In the authority's country.</param>
    public static CommitmentStatus StatusOn(this CommitmentRow row, DateOnly today) =>
        row.DueOn < today && Commitment.IsOwed(row.Reviewed) ? CommitmentStatus.Overdue : row.Status;
}
