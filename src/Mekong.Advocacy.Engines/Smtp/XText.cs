using System.Text;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>xtext of RFC 3461 §4: printable ASCII as it is, "+", "=" and the rest as +XX.</summary>
internal static class XText
{
    public static string Encode(string value)
    {
        var output = new StringBuilder(value.Length);
        foreach (var b in Encoding.UTF8.GetBytes(value))
            if (b is > (byte)' ' and <= (byte)'~' and not ((byte)'+' or (byte)'=')) output.Append((char)b);
            else output.Append('+').Append(b.ToString("X2", null));
        return output.ToString();
    }
}
