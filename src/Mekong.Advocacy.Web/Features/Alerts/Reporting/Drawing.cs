using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>Turns figures into the numbers of SVG shapes.</summary>
internal static class Drawing
{
    public const int Width = 340, CurveHeight = 150;

    /// <summary>Machine format, one decimal.</summary>
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Share(long? part, long? whole) => N(whole is > 0 and var all ? Width * (part ?? 0) / (double)all : 0);

    /// <summary>An area of steps from a base line up to a top line, both in messages.</summary>
    public static string Steps(IReadOnlyList<(long From, long To)> columns, long most)
    {
        if (columns.Count == 0 || most == 0) return "";
        var wide = Width / (double)columns.Count;
        double Y(long count) => CurveHeight - CurveHeight * (count / (double)most);
        var path = new StringBuilder($"M0,{N(Y(columns[0].From))}");
        for (var i = 0; i < columns.Count; i++) path.Append(CultureInfo.InvariantCulture, $"L{N(i * wide)},{N(Y(columns[i].To))}L{N((i + 1) * wide)},{N(Y(columns[i].To))}");
        for (var i = columns.Count - 1; i >= 0; i--) path.Append(CultureInfo.InvariantCulture, $"L{N((i + 1) * wide)},{N(Y(columns[i].From))}L{N(i * wide)},{N(Y(columns[i].From))}");
        return path.Append('Z').ToString();
    }

    /// <summary>How strongly a country is tinted: none, few, some, many of the most.</summary>
    public static int Tint(long? count, long most) => count is not > 0 ? 0 : most <= 0 ? 1 : (int)Math.Min(3, 1 + 3 * (count.Value - 1) / Math.Max(1, most));

    /// <summary>Where a country's name stands on the map.</summary>
    public static (int X, int Y) Label(string country) => country switch
    {
        "CN" => (186, 62),
        "MM" => (84, 152),
        "LA" => (196, 168),
        "TH" => (166, 236),
        "KH" => (240, 302),
        _ => (282, 262),
    };
}
