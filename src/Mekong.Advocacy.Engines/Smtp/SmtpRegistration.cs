using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>Puts the SMTP engine behind <see cref="IEmailTransport"/>.</summary>
public static class SmtpRegistration
{
    /// <exception cref="IOException">The key file or the private authority's file cannot be read: better known at start-up.</exception>
    public static IServiceCollection AddSmtpEmail(this IServiceCollection services, SmtpOptions options, DkimOptions? dkim = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1);
        if (options.ClientName is { } name) Mime.HeaderGuard.CheckToken("ClientName", name);
        services.TryAddSingleton(TimeProvider.System);
        if (dkim is not null) services.AddSingleton(new DkimSigner(dkim));
        return services.AddSingleton<IEmailTransport>(provider => new SmtpEmailTransport(
            options, new SmtpLimits(), provider.GetService<DkimSigner>(), provider.GetRequiredService<TimeProvider>()));
    }
}
