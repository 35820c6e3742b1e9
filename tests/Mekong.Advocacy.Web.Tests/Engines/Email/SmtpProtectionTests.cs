using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public sealed class SmtpProtectionTests
{
    [Theory]
    [InlineData(SmtpSecurity.Auto, 465, true, true, false, true)]
    [InlineData(SmtpSecurity.Auto, 465, false, true, false, true)]
    [InlineData(SmtpSecurity.Auto, 587, false, false, true, true)]
    [InlineData(SmtpSecurity.Auto, 25, false, false, true, true)]
    [InlineData(SmtpSecurity.Auto, 25, true, false, true, false)]
    [InlineData(SmtpSecurity.StartTls, 25, true, false, true, true)]
    [InlineData(SmtpSecurity.Tls, 2525, false, true, false, true)]
    [InlineData(SmtpSecurity.None, 25, false, false, false, false)]
    public void What_leaves_the_machine_is_encrypted_unless_it_was_switched_off(SmtpSecurity security, int port, bool loopback, bool isImplicit, bool startTls, bool required)
    {
        var protection = SmtpProtection.Of(new SmtpOptions("mail.example", port, security), loopback);
        Assert.Equal(new SmtpProtection(isImplicit, startTls, required, loopback), protection);
        Assert.Equal(required || !loopback, protection.Verify);
    }

    [Theory]
    [InlineData(SmtpSecurity.None, false, false, false)]
    [InlineData(SmtpSecurity.None, true, false, true)]
    [InlineData(SmtpSecurity.Auto, false, true, true)]
    public void A_password_never_leaves_the_machine_in_plain_text(SmtpSecurity security, bool loopback, bool encrypted, bool may) =>
        Assert.Equal(may, SmtpProtection.Of(new SmtpOptions("mail.example", 25, security), loopback).MayAuthenticate(encrypted));
}
