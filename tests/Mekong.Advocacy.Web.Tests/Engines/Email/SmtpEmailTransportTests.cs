using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>The built-in SMTP engine under the contract.</summary>
public sealed class SmtpEmailTransportTests : EmailTransportContract
{
    private protected override IEmailTransport Create(SmtpOptions options, SmtpLimits limits, DkimOptions? dkim) =>
        new SmtpEmailTransport(options, limits, dkim is null ? null : new DkimSigner(dkim), TimeProvider.System);
}
