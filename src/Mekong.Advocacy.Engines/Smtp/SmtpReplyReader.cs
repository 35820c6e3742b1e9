using System.Text;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Puts replies together from bytes as they come; a server cannot make it remember more than 64 KB.</summary>
internal sealed class SmtpReplyReader
{
    private const int LongestLine = 2048, MostLines = 200, MostText = 65536;
    private readonly List<byte> line = [];
    private List<string> lines = [];
    private int code, size;

    /// <summary>The next whole reply in the buffer; null when more bytes are needed.</summary>
    /// <exception cref="IOException">This is not SMTP.</exception>
    public SmtpReply? Take(byte[] buffer, ref int start, int end)
    {
        while (start < end)
        {
            var b = buffer[start++];
            if (b != '\n') { line.Add(b); }
            if (line.Count > LongestLine || ++size > MostText) throw new IOException("The server's reply has no end.");
            if (b == '\n' && Finish() is { } reply) return reply;
        }
        return null;
    }

    private SmtpReply? Finish()
    {
        var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r', ' ');
        line.Clear();
        if (text.Length < 3 || !text.AsSpan(0, 3).ContainsOnlyDigits() || text.Length > 3 && text[3] is not (' ' or '-'))
            throw new IOException("The server's reply is not SMTP.");
        var thisCode = (text[0] - '0') * 100 + (text[1] - '0') * 10 + text[2] - '0';
        if (thisCode is < 200 or > 599 || lines.Count > 0 && thisCode != code || lines.Count >= MostLines)
            throw new IOException("The server's reply is not SMTP.");
        code = thisCode;
        lines.Add(text.Length > 4 ? text[4..] : "");
        if (text.Length > 3 && text[3] == '-') return null;
        var reply = new SmtpReply(code, lines);
        (lines, size) = ([], 0);
        return reply;
    }
}

/// <summary>A reply code is three ASCII digits, whatever Unicode calls a digit.</summary>
internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
