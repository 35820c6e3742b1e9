namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>A line's first dot is doubled, so that only the end of the message looks like one (RFC 5321 §4.5.2).</summary>
internal static class DotStuffing
{
    private static ReadOnlySpan<byte> End => ".\r\n"u8;

    /// <param name="message">Ends with CRLF.</param>
    /// <returns>What follows DATA's 354, the final dot included.</returns>
    public static byte[] Stuff(ReadOnlySpan<byte> message)
    {
        var output = new byte[message.Length + Dots(message) + End.Length];
        var (i, atLineStart) = (0, true);
        foreach (var b in message)
        {
            if (atLineStart && b == '.') output[i++] = (byte)'.';
            output[i++] = b;
            atLineStart = b == '\n';
        }
        End.CopyTo(output.AsSpan(i));
        return output;
    }

    private static int Dots(ReadOnlySpan<byte> message) =>
        message.Count("\n."u8) + (message.Length > 0 && message[0] == '.' ? 1 : 0);
}
