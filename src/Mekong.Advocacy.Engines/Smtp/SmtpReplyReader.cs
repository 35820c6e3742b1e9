using System.Text;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Puts replies together from bytes as they come; a server cannot make it remember more than 64 KB.</summary>
internal sealed class SmtpReplyReader
{
    private const int LongestLine = 2048, MostLines = 200, MostText = 65536;
    private readonly List<byte> begun = [];
    private List<string> lines = [];
    private int code, size;

    /// <summary>The next whole reply in the buffer; null when more bytes are needed.</summary>
    /// <exception cref="IOException">This is not SMTP.</exception>
    public SmtpReply? Take(byte[] buffer, ref int start, int end)
    {
        while (start < end)
        {
            var here = buffer.AsSpan(start, end - start);
            var length = here.IndexOf((byte)'\n');
            var line = length < 0 ? here : here[..length];
            start += length < 0 ? here.Length : length + 1;
            size += line.Length + 1;
            if (begun.Count + line.Length > LongestLine || size > MostText) throw new IOException("The server's reply has no end.");
            if (length < 0 || begun.Count > 0) begun.AddRange(line);
            if (length < 0) return null;
            var reply = Finish(begun.Count > 0 ? Encoding.UTF8.GetString([.. begun]) : Encoding.UTF8.GetString(line));
            begun.Clear();
            if (reply is not null) return reply;
        }
        return null;
    }

    private SmtpReply? Finish(string line)
    {
        var text = line.TrimEnd('\r', ' ');
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
