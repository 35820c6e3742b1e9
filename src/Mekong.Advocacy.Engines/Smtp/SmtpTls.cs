using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The TLS side of a connection: whom it believes and whether it asks.</summary>
internal sealed class SmtpTls(SmtpOptions options)
{
    private readonly X509Certificate2Collection? authorities = Load(options.CaFile);

    /// <param name="verify">False only where plain text would have done as well (loopback, RFC 7435).</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The server is not whom we asked for.</exception>
    public async Task<Stream> Wrap(Stream plain, bool verify, CancellationToken ct)
    {
        var tls = new SslStream(plain, leaveInnerStreamOpen: false);
        var settings = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (authorities is not null) settings.CertificateChainPolicy = Private(authorities);
#pragma warning disable CA5359 // an unasked-for STARTTLS on loopback: the alternative is no TLS at all
        else if (!verify) settings.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync(settings, ct);
        return tls;
    }

    private static X509ChainPolicy Private(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static X509Certificate2Collection? Load(string? file)
    {
        if (file is null) return null;
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return all;
    }
}
