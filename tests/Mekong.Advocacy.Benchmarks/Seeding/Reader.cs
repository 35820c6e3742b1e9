using System.Globalization;

namespace Mekong.Advocacy.Benchmarks.Seeding;

/// <summary>One invented subscriber, always the same for the same number.</summary>
internal sealed record Reader(int Number, Guid Person, Guid ContactPoint, string Name, string Email, string Language, string Country, string? Organisation)
{
    public const string Topic = "labour";

    /// <summary>What the first few thousand follow besides: they get the campaign that warms a fresh process.</summary>
    public const string WarmTopic = "housing";

    public const int Warm = 5_000;

    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In percent: English is read in every country.</summary>
    private static readonly (string Language, string Country, int Share)[] Readers =
        [("en", "KH", 25), ("km", "KH", 15), ("lo", "LA", 8), ("my", "MM", 14), ("th", "TH", 14), ("vi", "VN", 14), ("zh-Hans", "CN", 10)];

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] = ["Grace Aquino", "Daniel Osborne", "Maria Cole", "Samuel Reyes", "Ruth Naylor"],
        ["km"] = ["សុខ សុភា", "ចាន់ ដារ៉ា", "កែវ ពិសី", "លី សំណាង"],
        ["lo"] = ["ບຸນມີ ສີສຸກ", "ຄຳ ວົງສາ", "ນາງ ມະນີວອນ"],
        ["my"] = ["အောင်မြင့်", "ခင်သန္တာ", "မသီတာ", "ကိုဇော်"],
        ["th"] = ["สมชาย ใจดี", "วันดี แสงทอง", "มาลี ศรีสุข"],
        ["vi"] = ["Nguyễn Thị Hoa", "Trần Văn Nam", "Lê Minh Châu", "Phạm Quốc Bảo"],
        ["zh-Hans"] = ["王芳", "李伟", "张敏", "杨丽"],
    };

    private static readonly string[] Domains =
        ["post.example", "post.example", "post.example", "briefe.example", "briefe.example", "mail.example", "mail.example", "thu.example", "jotmai.example", "xin.example", "workers.example", "union.example"];

    public static Reader Of(int number)
    {
        var chance = new Random(number); // so that languages, countries and mail domains are mixed as in a list
        var (language, country, _) = ByShare(chance.Next(100));
        if (language == "en") country = Domain.Languages.Country.All[chance.Next(Domain.Languages.Country.All.Count)];
        var names = Names[language];
        return new(
            number,
            Guid.CreateVersion7(First.AddSeconds(number)),
            Guid.CreateVersion7(First.AddSeconds(number)),
            string.Create(CultureInfo.InvariantCulture, $"{names[chance.Next(names.Length)]} {number}"),
            string.Create(CultureInfo.InvariantCulture, $"reader{number:0000000}@{Domains[chance.Next(Domains.Length)]}"),
            language,
            country,
            chance.Next(5) == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Organisation {chance.Next(40) + 1}"));
    }

    public string[] Topics => Number <= Warm ? [Topic, WarmTopic] : [Topic];

    private static (string Language, string Country, int Share) ByShare(int percent)
    {
        foreach (var one in Readers)
        {
            if (percent < one.Share) return one;
            percent -= one.Share;
        }
        return Readers[^1];
    }
}
