using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// Bytes that can be read in one way only: a first line that says what follows, then a line for each part, "name length:value", where the length
/// counts the value's UTF-8 bytes. A part that is absent is "name -".
/// </summary>
internal sealed class CanonicalLines(string heading)
{
    private readonly StringBuilder lines = new(heading + "\n");

    public CanonicalLines Add(string name, params ReadOnlySpan<string?> values)
    {
        lines.Append(name);
        foreach (var value in values)
            if (value is null) lines.Append(" -");
            else lines.Append(CultureInfo.InvariantCulture, $" {Digest.Utf8.GetByteCount(value)}:{value}");
        lines.Append('\n');
        return this;
    }

    public byte[] Bytes() => Digest.Utf8.GetBytes(lines.ToString());
}
