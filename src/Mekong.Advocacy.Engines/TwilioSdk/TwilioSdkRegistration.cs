using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using Mekong.Advocacy.Engines.TwilioSdk;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Engines;

internal static partial class PackagedEngines
{
    static partial void TwilioSdk(ref AddSms? add) => add = AddTwilioSdk;

    /// <exception cref="ArgumentException">The options cannot work.</exception>
    private static void AddTwilioSdk(IServiceCollection services, TwilioOptions options)
    {
        options.Checked();
        services.AddSingleton<ISmsTransport>(provider => new TwilioSdkSms(options, provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
