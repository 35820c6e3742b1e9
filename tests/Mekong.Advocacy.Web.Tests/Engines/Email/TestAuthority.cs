using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>A private certificate authority and the certificate of one server, made for one test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ca-");

    public TestAuthority(string name = "localhost")
    {
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ca = new CertificateRequest("CN=Test Authority", caKey, HashAlgorithmName.SHA256);
        ca.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var root = ca.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(root, now.AddHours(-1), now.AddDays(1), [1, 2, 3]);
        Server = issued.CopyWithPrivateKey(key);
        System.IO.File.WriteAllText(File, root.ExportCertificatePem());
        System.IO.File.WriteAllText(ServerKeyFile, key.ExportPkcs8PrivateKeyPem());
        System.IO.File.WriteAllText(ServerFile, issued.ExportCertificatePem());
    }

    public X509Certificate2 Server { get; }
    public string File => Path.Combine(folder.FullName, "ca.pem");
    public string ServerFile => Path.Combine(folder.FullName, "server.pem");
    public string ServerKeyFile => Path.Combine(folder.FullName, "server.key");

    public void Dispose()
    {
        Server.Dispose();
        folder.Delete(true);
    }
}
