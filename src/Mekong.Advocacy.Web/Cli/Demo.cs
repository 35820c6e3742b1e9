using System.CommandLine;
using Mekong.Advocacy.Web.Features.Demo;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Loads the demonstration network.</summary>
internal static class Demo
{
    public static Command Verb()
    {
        var verb = new Command("demo", "Load the demonstration network: invented organisations and people, three alerts in seven languages, a joint statement and a dialogue with an authority.");
        verb.SetAction((_, ct) => CommandLine.Run(async services =>
        {
            var loaded = await services.GetRequiredService<DemoNetwork>().LoadOnce(ct);
            await Console.Out.WriteLineAsync(loaded ? "The demonstration network is loaded." : "The demonstration network is there already.");
            return 0;
        }, ct));
        return verb;
    }
}
