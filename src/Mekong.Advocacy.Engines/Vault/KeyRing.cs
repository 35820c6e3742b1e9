using System.Security.Cryptography;
using System.Text.Json;

namespace Mekong.Advocacy.Engines.Vault;

/// <summary>The keys of one installation, in a file outside the database that only the platform's user may read.</summary>
/// <param name="Current">Number of the sealing key in use; older ones still open what they sealed.</param>
internal sealed record KeyRing(byte Current, Dictionary<byte, byte[]> Sealing, byte[] Fingerprinting, byte[] Signing)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads the file, or makes it on the first start.</summary>
    public static KeyRing Load(string path)
    {
        if (!File.Exists(path)) Create(path);
        try
        {
            if (JsonSerializer.Deserialize<KeyRing>(File.ReadAllText(path)) is { Sealing: not null, Fingerprinting: not null, Signing: not null } ring
                && ring.Sealing.ContainsKey(ring.Current)) return ring;
        }
        catch (JsonException) { } // said below, in words that help
        throw new InvalidOperationException($"The key file {path} is empty or damaged: restore it from the backup of your keys.");
    }

    private static void Create(string path)
    {
        var fresh = new KeyRing(1, new() { [1] = RandomNumberGenerator.GetBytes(32) },
            RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.new"; // in containers that share the folder every process may have the number 1
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, fresh, Indented);
            file.Flush(flushToDisk: true); // what is sealed from now on must not outlive its key
        }

        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); } // another process was first: use its keys
    }
}
