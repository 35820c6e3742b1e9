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
        Record = $"v=DKIM1; k=rsa; p={Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())}";
    }

    public DkimOptions Options => new("mekong.example", "s2026", Path.Combine(folder.FullName, "pkcs1.pem"));
    public string Pkcs8File => Path.Combine(folder.FullName, "pkcs8.pem");
    public string Record { get; }

    public void Dispose() => folder.Delete(true);
}
