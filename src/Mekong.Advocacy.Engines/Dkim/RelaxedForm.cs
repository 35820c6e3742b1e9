using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>What is left of headers and body for signing, so that harmless changes on the way do not count (RFC 6376 §3.4).</summary>
internal static partial class RelaxedForm
{
    /// <summary>§3.4.2: name in lower case, unfolded, runs of white space as one space; without the final CRLF.</summary>
    public static string Header(string name, string value) =>
        $"{name.Trim().ToLowerInvariant()}:{WhiteSpace().Replace(value.Replace("\r\n", "", StringComparison.Ordinal), " ").Trim(' ')}";

    /// <summary>§3.4.4: white space at line ends and empty lines at the end do not count.</summary>
    /// <param name="body">Its line ends are CRLF.</param>
    public static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> body)
    {
        var output = new byte[body.Length + 2];
        var (length, lastLine, space, empty) = (0, 0, false, true);
        foreach (var b in body)
        {
            if (b is (byte)' ' or (byte)'\t') space = true;
            else if (b == '\n') EndLine();
            else if (b != '\r')
            {
                if (space) output[length++] = (byte)' ';
                output[length++] = b;
                (space, empty) = (false, false);
            }
        }
        if (!empty) EndLine();
        return output.AsSpan(0, lastLine);

        void EndLine()
        {
            "\r\n"u8.CopyTo(output.AsSpan(length));
            length += 2;
            if (!empty) lastLine = length;
            (space, empty) = (false, true);
        }
    }

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex WhiteSpace();
}
