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
        using var alone = Alone(path);
        if (File.Exists(path)) return; // another process was first: use its keys
        var fresh = new KeyRing(1, new() { [1] = RandomNumberGenerator.GetBytes(32) },
            RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var draft = $"{path}.{Guid.NewGuid():N}.new"; // in containers that share the folder every process may have the number 1
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, fresh, Indented);
            file.Flush(flushToDisk: true); // what is sealed from now on must not outlive its key
        }

        File.Move(draft, path);
    }

    /// <summary>Two processes that start together must not each make keys, and moving a file is no proof of having been the first.</summary>
    private static FileStream Alone(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var wait = new SpinWait(); ; wait.SpinOnce())
        {
            try { return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (wait.Count < 10_000) { } // about ten seconds; held by whoever makes them now, for a moment
        }
    }
}
