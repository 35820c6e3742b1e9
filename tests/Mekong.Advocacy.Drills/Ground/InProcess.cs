using Mekong.Advocacy.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Drills.Ground;

/// <summary>The platform inside the drill's own process, where its clock can be moved.</summary>
internal static class InProcess
{
    public static Task<Platform> Open(ProcessRole role, Dictionary<string, string> settings, TimeProvider? clock, CancellationToken ct) => Platform.Open(
        role,
        ["--urls=http://127.0.0.1:0", "--environment=Production", "--Logging:Console:LogLevel:Default=None", .. settings.Select(one => $"--Advocacy:{one.Key}={one.Value}")],
        ct,
        builder => builder.Services.AddSingleton(clock ?? TimeProvider.System));

    public static async Task<Platform> Serve(ProcessRole role, Dictionary<string, string> settings, TimeProvider clock, CancellationToken ct)
    {
        var platform = await Open(role, settings, clock, ct);
        await platform.Start(ct);
        return platform;
    }
}
