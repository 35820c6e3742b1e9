using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>An address for cameras: QRCoder counts the modules, one path draws them in a third of its own SVG's bytes.</summary>
internal static class QrCode
{
    /// <summary>White that cameras need around the code, in modules; QRCoder's matrix has it.</summary>
    public static (string Path, int Size) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++) Row(path, code.ModuleMatrix[y], y);
        return (path.ToString(), code.ModuleMatrix.Count);
    }

    private static void Row(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var from = x;
            while (x < row.Count && row[x]) x++;
            if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from},{y}h{x - from}v1h-{x - from}z");
        }
    }
}
