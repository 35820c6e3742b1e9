using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Smtp;
using Mekong.Advocacy.Engines.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Engines;

/// <summary>Registers what carries messages out of the house.</summary>
public static class TransportServices
{
    /// <exception cref="IOException">The key file or the private authority's file cannot be read: better known at start-up.</exception>
    public static IServiceCollection AddEmail(this IServiceCollection services, EngineChoice engines, SmtpOptions options, DkimOptions? dkim = null)
    {
        if (engines.PackagedEmail is not { } add) return services.AddSmtpEmail(options, dkim);
        add(services, options, dkim);
        return services;
    }

    /// <exception cref="ArgumentException">The options cannot work.</exception>
    public static IServiceCollection AddSms(this IServiceCollection services, EngineChoice engines, TwilioOptions options)
    {
        if (engines.PackagedSms is not { } add) return services.AddTwilioSms(options);
        add(services, options);
        return services;
    }
}
