using Spectre.Console;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Shows how far long work has come: a bar where a person watches, a plain line now and then where not.</summary>
internal static class Watch
{
    public static async Task<T> Count<T>(string unit, int expected, Func<IProgress<int>, Task<T>> work)
    {
        if (Console.IsOutputRedirected) return await work(new Lines(unit));
        return await AnsiConsole.Progress().StartAsync(async context =>
        {
            var bar = context.AddTask(unit, maxValue: Math.Max(1, expected));
            return await work(new Bar(bar));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>, IProgress<long>
    {
        public void Report(int value) => task.Value = value;
        public void Report(long value) => task.Value = value;
    }

    private sealed class Lines(string unit) : IProgress<int>
    {
        private int said;

        public void Report(int value)
        {
            if (value < said + 10_000) return;
            Console.WriteLine($"{said = value} {unit}");
        }
    }
}
