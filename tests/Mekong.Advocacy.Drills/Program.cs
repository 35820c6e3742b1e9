using System.Globalization;
using Mekong.Advocacy.Drills.Running;

// ops/drill NAME|all [--size N] [--table FILE]: exit code 0 when every drill that ran held.
var names = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

var wanted = names is [] or ["all"] ? DrillList.All : [.. DrillList.All.Where(drill => names.Contains(drill.Name, StringComparer.OrdinalIgnoreCase))];
if (wanted.Count == 0 || names is not ["all"] && wanted.Count < names.Count)
{
    await Console.Error.WriteLineAsync($"Known drills: all, {string.Join(", ", DrillList.All.Select(drill => $"{drill.Name} ({drill.Words})"))}.");
    return 2;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
var size = int.Parse(Option("--size") ?? "50000", CultureInfo.InvariantCulture);
return await new Runner(size, Option("--table")).Run(wanted, stop.Token) ? 0 : 1;
