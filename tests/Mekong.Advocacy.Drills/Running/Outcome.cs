using System.Globalization;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>What a drill found: figures, and whether each that is bound was within its bounds.</summary>
internal sealed class Outcome(string drill)
{
    private readonly List<(string Text, bool Held)> found = [];

    public string Drill { get; } = drill;

    public bool Held => found.Count > 0 && found.All(one => one.Held);

    public string Figures => string.Join(" · ", found.Select(one => one.Held ? one.Text : $"NOT HELD: {one.Text}"));

    public void Says(string what, object figure) => Add($"{what} {Text(figure)}", held: true);

    public void Is<T>(string what, T seen, T wanted)
        where T : notnull => Add(Equals(seen, wanted) ? $"{what} {Text(seen)}" : $"{what} {Text(seen)} instead of {Text(wanted)}", Equals(seen, wanted));

    public void AtMost(string what, double seen, double most, string unit = "") => Add($"{what} {Text(seen)}{unit} (at most {Text(most)}{unit})", seen <= most);

    public void AtLeast(string what, double seen, double least, string unit = "") => Add($"{what} {Text(seen)}{unit} (at least {Text(least)}{unit})", seen >= least);

    public void Broke(Exception e) => Add($"broke off: {e.GetType().Name}: {e.Message.Split('\n')[0]}", held: false);

    private void Add(string text, bool held)
    {
        lock (found) found.Add((text, held));
        Console.Error.WriteLine($"  {Drill}: {(held ? "" : "NOT HELD: ")}{text}");
    }

    private static string Text(object figure) => figure switch
    {
        double number => number.ToString(number is > -100 and < 100 && number != Math.Truncate(number) ? "0.0#" : "#,0", CultureInfo.InvariantCulture),
        int or long => string.Format(CultureInfo.InvariantCulture, "{0:#,0}", figure),
        TimeSpan time => $"{Text(time.TotalSeconds)} s",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", figure),
    };
}
