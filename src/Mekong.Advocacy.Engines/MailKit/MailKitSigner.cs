using System.Security.Cryptography;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Mekong.Advocacy.Engines.MailKit;

/// <summary>Signs with MimeKit, relaxed/relaxed, over the same fields as the built-in signer, with one key or with two.</summary>
internal sealed class MailKitSigner
{
    private readonly Key[] keys;

    /// <exception cref="CryptographicException">A key cannot sign or is too short to be believed.</exception>
    public MailKitSigner(DkimOptions options)
    {
        HeaderGuard.CheckToken("Domain", options.Domain);
        using (new RsaKey(options.KeyFile)) { } // refuses what should not sign, in the words of the house
        var rsa = new Key(options.Domain, options.Selector, options.KeyFile, DkimSignatureAlgorithm.RsaSha256);
        keys = options.Second is not { } second ? [rsa]
            : [new Key(options.Domain, second.Selector, second.KeyFile, DkimSignatureAlgorithm.Ed25519Sha256), rsa]; // each goes on top of the last
    }

    /// <summary>Puts one DKIM-Signature field for each key on top of a message that is written already.</summary>
    public void Sign(MimeMessage message)
    {
        var fields = CoveredFields.Names.Where(name => message.Headers.Contains(name) || message.Body!.Headers.Contains(name))
            .SelectMany(CoveredFields.Twice).ToList();
        foreach (var key in keys) key.For(message.Date).Sign(message, fields);
    }

    private sealed class Key
    {
        private readonly string domain, selector;
        private readonly DkimSignatureAlgorithm algorithm;
        private readonly AsymmetricKeyParameter key;

        public Key(string domain, string selector, string file, DkimSignatureAlgorithm algorithm)
        {
            (this.domain, this.selector, this.algorithm) = (domain, HeaderGuard.CheckToken("Selector", selector), algorithm);
            try { key = new Signer(file, domain, selector, algorithm).Key; }
            catch (FormatException e) { throw new CryptographicException($"The DKIM key {file} cannot be read.", e); }
        }

        public Signer For(DateTimeOffset date) => new(key, domain, selector, algorithm, date);
    }

    /// <summary>MimeKit writes a time into every signature: the message's own, so that a retry is the same to the byte.</summary>
    private sealed class Signer : MimeKit.Cryptography.DkimSigner
    {
        private readonly DateTimeOffset date;

        public Signer(string file, string domain, string selector, DkimSignatureAlgorithm algorithm) : base(file, domain, selector, algorithm) { }

        public Signer(AsymmetricKeyParameter key, string domain, string selector, DkimSignatureAlgorithm algorithm, DateTimeOffset date)
            : base(key, domain, selector, algorithm)
        {
            this.date = date;
            HeaderCanonicalizationAlgorithm = BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        }

        public AsymmetricKeyParameter Key => PrivateKey;

        protected override long GetTimestamp() => date.ToUnixTimeSeconds();
    }
}
