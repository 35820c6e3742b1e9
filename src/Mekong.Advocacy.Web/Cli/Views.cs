using System.CommandLine;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Makes views anew from the log.</summary>
internal static class Views
{
    public static Command Verb()
    {
        var name = new Argument<string?>("NAME") { Description = "a view, e.g. alerts; all of them when left out", Arity = ArgumentArity.ZeroOrOne };
        var rebuild = new Command("rebuild", "Make a view anew from the log while the site serves.") { name };
        rebuild.SetAction((parsed, ct) => CommandLine.Run(services => Rebuild(services, parsed.GetValue(name), ct), ct));
        return new Command("views", "The tables that pages read.") { rebuild };
    }

    private static async Task<int> Rebuild(IServiceProvider services, string? name, CancellationToken ct)
    {
        var views = services.GetRequiredService<IViewRebuild>();
        var chosen = views.Views.Where(view => name is null || view == name || view.EndsWith($".{name}", StringComparison.Ordinal)).ToList();
        if (chosen.Count == 0) throw new StartupException($"There is no view {name}; there are {string.Join(", ", views.Views)}.");
        foreach (var view in chosen)
        {
            var read = 0L;
            await Watch.Count(view, 0, async progress =>
            {
                await views.Rebuild(view, new Progress(count => progress.Report((int)(read = count))), ct);
                return 0;
            });
            await Console.Out.WriteLineAsync($"{view}: made anew from {read} events");
        }
        return 0;
    }

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
