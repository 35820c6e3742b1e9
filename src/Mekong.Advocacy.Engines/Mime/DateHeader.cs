using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>The Date field. A campaign's messages share theirs, so the last one is kept.</summary>
internal static class DateHeader
{
    private static volatile Formatted? last;

    public static void Write(DateTimeOffset date, ArrayBufferWriter<byte> output)
    {
        var known = last;
        if (known is null || !known.Date.EqualsExact(date)) last = known = new Formatted(date, Encoding.ASCII.GetBytes(Format(date)));
        output.Add(known.Field);
    }

    // RFC 5322 §3.3: the zone has no colon.
    private static string Format(DateTimeOffset date) =>
        date.ToString("'Date: 'ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal) + "\r\n";

    private sealed record Formatted(DateTimeOffset Date, byte[] Field);
}
