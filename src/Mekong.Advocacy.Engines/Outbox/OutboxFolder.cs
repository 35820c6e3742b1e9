using System.Globalization;

namespace Mekong.Advocacy.Engines.Outbox;

/// <summary>A folder of messages that went nowhere: names begin with the instant, so that a listing is in order.</summary>
internal sealed class OutboxFolder(string folder)
{
    private const string Instant = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int InstantLength = 19;

    /// <summary>The newest file of this name, whatever its instant.</summary>
    public string? Find(string name) => !Directory.Exists(folder) ? null : Directory
        .EnumerateFiles(folder, $"*-{name}").Where(f => Path.GetFileName(f).Length == InstantLength + 1 + name.Length).Max(StringComparer.Ordinal);

    /// <summary>Files of a kind, oldest first.</summary>
    public IEnumerable<string> All(string kind) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*.{kind}").Order(StringComparer.Ordinal) : [];

    public string NewPath(string name, DateTimeOffset now) =>
        Path.Combine(folder, $"{now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}-{name}");

    /// <summary>Whole or not at all: a reader never sees half a file.</summary>
    public async Task Write(string path, byte[] content, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var half = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllBytesAsync(half, content, ct);
            File.Move(half, path, overwrite: true);
        }
        finally { File.Delete(half); }
    }

    /// <summary>What may stand in a file's name on any system.</summary>
    public static string Safe(string text)
    {
        var safe = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_'));
        return safe.Length > 120 ? safe[..120] : safe;
    }
}
