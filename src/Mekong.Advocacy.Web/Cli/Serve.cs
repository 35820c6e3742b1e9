using System.CommandLine;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Runs the platform until it is told to stop.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var role = new Option<string>("--role") { Description = "what this process does", DefaultValueFactory = _ => "all" };
        role.AcceptOnlyFromAmong("all", "web", "worker");
        var demo = new Option<bool>("--demo") { Description = "load the demonstration network on the first start" };
        var verb = new Command("serve", "Run the platform: pages and API, the work behind them, or both.") { role, demo };
        verb.SetAction((parsed, ct) => Run(Enum.Parse<ProcessRole>(parsed.GetValue(role)!, ignoreCase: true), parsed.GetValue(demo), ct));
        return verb;
    }

    private static async Task<int> Run(ProcessRole role, bool demo, CancellationToken ct)
    {
        try
        {
            await using var platform = await Platform.Open(role, [], ct);
            await Start(platform, ct);
            await Welcome(platform, demo, ct);
            // Waiting returns when all has been stopped, too late to say that it begins.
            await using var begins = platform.App.Lifetime.ApplicationStopping.Register(() => Console.Out.WriteLine("Stopping: what is being handed over is finished first."));
            await platform.App.WaitForShutdownAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
        catch (StartupException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        await Console.Out.WriteLineAsync("Stopped.");
        return 0;
    }

    private static async Task Start(Platform platform, CancellationToken ct)
    {
        if (platform.App.Urls.Count == 0 && Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null) platform.App.Urls.Add("http://localhost:5080");
        try { await platform.Start(ct); }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartupException($"{e.Message.TrimEnd('.')}: stop the other program, or choose another with ASPNETCORE_URLS=http://localhost:5090.", e);
        }
    }

    private static async Task Welcome(Platform platform, bool demo, CancellationToken ct)
    {
        await using var scope = platform.App.Services.CreateAsyncScope();
        if (demo) await scope.ServiceProvider.GetRequiredService<DemoNetwork>().LoadOnce(ct);
        await Console.Out.WriteLineAsync($"Mekong.Advocacy serves {platform.Settings.PublicUrl}");
        if (!platform.App.Environment.IsDevelopment()) return;
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        (string, string)[] owners = [(DemoNetwork.Coordinator, Role.Coordinator), (DemoNetwork.Approver, Role.Approver), .. demo ? [(DemoNetwork.Member, Role.Member)] : Array.Empty<(string, string)>()];
        foreach (var (email, name) in owners)
            await Console.Out.WriteLineAsync($"Sign in once as {name}: {await desk.OneTimeLink(await desk.Ensure(email, name))}");
        await Console.Out.WriteLineAsync("Press Ctrl-C to stop.");
    }
}
