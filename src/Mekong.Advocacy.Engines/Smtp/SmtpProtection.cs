namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>What the settings ask of one line, once it is known whether it leaves the machine.</summary>
/// <param name="Implicit">TLS before the first byte of SMTP.</param>
/// <param name="StartTls">Used where offered.</param>
/// <param name="Required">Without TLS nothing is said.</param>
internal sealed record SmtpProtection(bool Implicit, bool StartTls, bool Required, bool Loopback)
{
    public static SmtpProtection Of(SmtpOptions options, bool loopback) => options.Security switch
    {
        SmtpSecurity.Tls => new(true, false, true, loopback),
        SmtpSecurity.Auto when options.Port == 465 => new(true, false, true, loopback),
        SmtpSecurity.StartTls => new(false, true, true, loopback),
        SmtpSecurity.None => new(false, false, false, loopback),
        _ => new(false, true, !loopback, loopback),
    };

    /// <summary>A certificate is not asked for only where plain text would have done as well.</summary>
    public bool Verify => Required || !Loopback;

    /// <summary>A password never goes in plain text beyond loopback.</summary>
    public bool MayAuthenticate(bool encrypted) => encrypted || Loopback;
}
