using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>Keeps public pages in memory, compressed as they leave.</summary>
internal static class PublicPageServices
{
    public static void Add(IServiceCollection services, bool servesPages)
    {
        services.AddSingleton<Happenings>();
        services.AddSingleton<Instants>();
        if (!servesPages) return;
        services.AddSingleton<Renewals>();
        services.AddSingleton<SharedCopies>();
        services.AddOutputCache(options => options.UseCaseSensitivePaths = true); // links repeat the path, too
        services.AddSingleton<IConfigureOptions<OutputCacheOptions>>(provider => new ConfigureOptions<OutputCacheOptions>(
            options => options.AddBasePolicy(provider.GetRequiredService<SharedCopies>())));
        services.AddHostedService<Elsewhere>();
    }

    /// <summary>Behind this stands who the reader is and what language they read.</summary>
    public static void Use(WebApplication app)
    {
        app.UseOutputCache();
        app.UseWhen(context => PublicPageAttribute.Of(context) is not null, pages => pages.UseResponseCompression());
    }
}
