using System.Buffers;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Header fields as the first message of a frame had them: most are the same in all of them, and what differs is written anew.</summary>
internal sealed class HeaderMemo
{
    private readonly Entry?[] entries = new Entry?[24];

    /// <param name="place">Where the field stands in the header, so that one comparison tells.</param>
    public void Write<T>(int place, string name, T value, Action<string, T, ArrayBufferWriter<byte>> write, ArrayBufferWriter<byte> output) where T : class
    {
        if (place >= entries.Length) write(name, value, output);
        else if (entries[place] is not { } entry)
        {
            var start = output.WrittenCount;
            write(name, value, output);
            entries[place] = new Entry(name, value, output.WrittenSpan[start..].ToArray());
        }
        else if (entry.Name == name && entry.Value.Equals(value)) output.Add(entry.Bytes);
        else write(name, value, output);
    }

    private sealed record Entry(string Name, object Value, byte[] Bytes);
}
