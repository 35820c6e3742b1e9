using System.Security.Cryptography;
using Mekong.Advocacy.Engines.Dkim;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>A signing key on disk, written both ways, with the record that DNS would serve.</summary>
internal sealed class DkimKey : IDisposable
{
    private static readonly RSA Rsa = RSA.Create(2048); // one for all tests: it takes a while to find
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dkim-");

    public DkimKey()
    {
        File.WriteAllText(Options.KeyFile, Rsa.ExportRSAPrivateKeyPem());
        File.WriteAllText(Pkcs8File, Rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(EdFile, PemEncoding.WriteString("PRIVATE KEY", [.. Convert.FromHexString("302e020100300506032b657004220420"), .. Convert.FromBase64String(EdSeed)]));
        Record = $"v=DKIM1; k=rsa; p={Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())}";
    }

    /// <summary>The key of RFC 8463's example.</summary>
    public const string EdSeed = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=", EdRecord = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    public DkimOptions Options => new("mekong.example", "s2026", Path.Combine(folder.FullName, "pkcs1.pem"));
    public string Pkcs8File => Path.Combine(folder.FullName, "pkcs8.pem");
    public string EdFile => Path.Combine(folder.FullName, "ed25519.pem");
    public DkimOptions Both => Options with { Second = new("ed2026", EdFile) };
    public string Record { get; }

    public void Dispose() => folder.Delete(true);
}
