namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>How a language's script is set in mail: fonts that phones and desks of the region have, and room for stacked signs.</summary>
/// <param name="Fonts">A CSS font stack in single quotes, fit for a style attribute.</param>
/// <param name="Leading">Khmer, Lao, Burmese and Thai stack vowels, tones and subscripts: less than 1.9 clips them.</param>
public sealed record Script(string Fonts, string Leading)
{
    private const string Wide = "1.9", Usual = "1.6";

    public static Script Of(string language) => language switch
    {
        "km" => new("'Khmer OS Siemreap','Khmer OS','Leelawadee UI','Noto Sans Khmer',sans-serif", Wide),
        "lo" => new("'Leelawadee UI','Noto Sans Lao','Phetsarath OT',sans-serif", Wide),
        "my" => new("Padauk,'Myanmar Text','Noto Sans Myanmar',sans-serif", Wide),
        "th" => new("'Leelawadee UI',Thonburi,'Noto Sans Thai',sans-serif", Wide),
        "zh-Hans" => new("'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif", Usual),
        _ => new("system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif", Usual),
    };
}
