using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines.Outbox;

/// <summary>Puts a folder behind both transports: for development, where no server and no provider is set.</summary>
public static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IEmailTransport>(p => new FileEmailTransport(folder, p.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<ISmsTransport>(p => new FileSmsTransport(folder, p.GetRequiredService<TimeProvider>()));
    }
}
