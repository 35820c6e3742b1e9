using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses Twilio as the engine that sends texts.</summary>
public static class TwilioServices
{
    /// <exception cref="ArgumentException">The options cannot work.</exception>
    public static IServiceCollection AddTwilioSms(this IServiceCollection services, TwilioOptions options)
    {
        options.Checked();
        return services.AddSingleton<ISmsTransport>(provider =>
            new TwilioSms(options, provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
