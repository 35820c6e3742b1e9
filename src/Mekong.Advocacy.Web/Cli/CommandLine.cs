using System.CommandLine;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>The executable's verbs. Each works beside a running server and without one.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Mekong.Advocacy: action alerts and joint statements of a network, in seven languages.")
    {
        Serve.Verb(),
        Demo.Verb(),
        Import.Verb(),
        AccountVerbs.Account(),
        AccountVerbs.Token(),
        Reconcile.Verb(),
        Views.Verb(),
        Verify.Verb(),
    };

    /// <summary>Opens the platform for one verb, runs it, and closes what was opened. A known fault is one sentence and exit code 1.</summary>
    public static async Task<int> Run(Func<IServiceProvider, Task<int>> verb, CancellationToken ct)
    {
        try
        {
            await using var platform = await Platform.Open(ProcessRole.Verb, [], ct, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            await using var scope = platform.App.Services.CreateAsyncScope();
            return await verb(scope.ServiceProvider);
        }
        catch (StartupException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
