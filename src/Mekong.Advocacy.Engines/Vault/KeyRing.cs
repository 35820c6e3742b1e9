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
        return JsonSerializer.Deserialize<KeyRing>(File.ReadAllText(path))
            ?? throw new InvalidOperationException($"The key file {path} is empty: restore it from the backup of your keys.");
    }

    private static void Create(string path)
    {
        var fresh = new KeyRing(1, new() { [1] = RandomNumberGenerator.GetBytes(32) },
            RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options)) JsonSerializer.Serialize(file, fresh, Indented);
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); } // another process was first: use its keys
    }
}
