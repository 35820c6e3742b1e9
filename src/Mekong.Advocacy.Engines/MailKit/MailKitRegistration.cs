using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.MailKit;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines;

internal static partial class PackagedEngines
{
    static partial void MailKit(ref AddEmail? add) => add = AddMailKit;

    /// <exception cref="System.IO.IOException">The key file or the private authority's file cannot be read: better known at start-up.</exception>
    private static void AddMailKit(IServiceCollection services, SmtpOptions options, DkimOptions? dkim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1);
        if (options.ClientName is { } name) Mime.HeaderGuard.CheckToken("ClientName", name);
        services.TryAddSingleton(TimeProvider.System);
        var signer = dkim is null ? null : new MailKitSigner(dkim);
        services.AddSingleton<IEmailTransport>(provider =>
            new MailKitEmailTransport(options, new SmtpLimits(), signer, provider.GetRequiredService<TimeProvider>()));
    }
}
