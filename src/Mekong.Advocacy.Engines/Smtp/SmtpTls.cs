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

    /// <summary>The same judgement, for a client that brings its own TLS.</summary>
    public bool Believes(X509Certificate? certificate, SslPolicyErrors errors, bool verify)
    {
        if (authorities is null) return !verify || errors == SslPolicyErrors.None;
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None) return false;
        using var chain = new X509Chain { ChainPolicy = Private(authorities) };
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(shown);
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
