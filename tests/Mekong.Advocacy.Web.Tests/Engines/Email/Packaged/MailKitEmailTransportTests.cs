using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.MailKit;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email.Packaged;

/// <summary>MailKit under the contract.</summary>
public sealed class MailKitEmailTransportTests : EmailTransportContract
{
    private protected override IEmailTransport Create(SmtpOptions options, SmtpLimits limits, DkimOptions? dkim) =>
        new MailKitEmailTransport(options, limits, dkim is null ? null : new MailKitSigner(dkim), TimeProvider.System);

    /// <summary>MailKit hands over one message after the other: two round trips a message more than the built-in engine.</summary>
    private protected override bool AnnouncesAhead => false;
}
