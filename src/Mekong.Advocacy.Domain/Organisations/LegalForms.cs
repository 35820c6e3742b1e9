namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>
/// Words that say what kind of body an organisation is and not which one. Some write them and some leave them out. What tells two of a
/// family apart (network, group, centre, union) is none of them.
/// </summary>
internal static class LegalForms
{
    private static readonly HashSet<string> Linking = ["the", "of", "for", "and"];

    /// <summary>At either end of a name in Latin letters.</summary>
    private static readonly HashSet<string> English =
    [
        "association", "assoc", "assn", "foundation", "fdn", "organisation", "organization", "org", "society", "ngo", "ingo", "inc", "incorporated",
        "ltd", "limited", "co", "company", "corp", "corporation", "llc", "plc",
    ];

    /// <summary>Before a name, a word at a time.</summary>
    private static readonly string[][] Vietnamese = [.. new[] { "Hiệp hội", "Liên hiệp hội", "Hội", "Quỹ", "Tổ chức" }.Select(form => NameFolding.Fold(form).Split(' '))];

    /// <summary>Before a name, where no space need follow: Khmer, Thai, Lao.</summary>
    private static readonly string[] Before =
        Folded("សមាគម", "មូលនិធិ", "អង្គការ", "สมาคม", "มูลนิธิ", "องค์การ", "องค์กร", "ສະມາຄົມ", "ມູນນິທິ", "ອົງການ", "ອົງກອນ");

    /// <summary>Behind a name: Burmese, Chinese.</summary>
    private static readonly string[] Behind =
        Folded("အသင်း", "အဖွဲ့အစည်း", "ဖောင်ဒေးရှင်း", "协会", "協會", "基金会", "基金會", "学会", "學會", "有限公司");

    /// <summary>The words that are left; all of them where nothing else would be.</summary>
    public static IReadOnlyList<string> Strip(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var left = words.Where(word => !Linking.Contains(word)).ToList();
        while (left.Count > 1 && English.Contains(left[^1])) left.RemoveAt(left.Count - 1);
        while (left.Count > 1 && English.Contains(left[0])) left.RemoveAt(0);
        while (Vietnamese.FirstOrDefault(form => left.Count > form.Length && left.Take(form.Length).SequenceEqual(form)) is { } form) left.RemoveRange(0, form.Length);
        return left.Count > 0 ? left : words;
    }

    /// <summary>The same for a name whose words stand without spaces between them.</summary>
    public static string Strip(string joined, int least)
    {
        for (var stripped = true; stripped;)
        {
            stripped = false;
            foreach (var form in Before)
                if (joined.Length >= form.Length + least && joined.StartsWith(form, StringComparison.Ordinal)) (joined, stripped) = (joined[form.Length..], true);
            foreach (var form in Behind)
                if (joined.Length >= form.Length + least && joined.EndsWith(form, StringComparison.Ordinal)) (joined, stripped) = (joined[..^form.Length], true);
        }
        return joined;
    }

    private static string[] Folded(params string[] forms) => [.. forms.Select(NameFolding.Fold)];
}
