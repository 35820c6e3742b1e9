namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = "[--quick] [--large] [--pairs N] [--rows N] [--svg FILE] [--program Mekong.Advocacy.Web.dll] [NAME…]";

    /// <summary>Small sizes and one pair: whether everything runs, not how fast.</summary>
    public bool Quick { get; init; }

    /// <summary>Also the sizes that take many minutes.</summary>
    public bool Large { get; init; }

    /// <summary>How often ours and the reference take turns; null: three times, once when quick.</summary>
    public int? Pairs { get; init; }

    /// <summary>Recipients, texts, requests … instead of each measurement's own number.</summary>
    public int? Rows { get; init; }

    public string? Svg { get; init; }

    /// <summary>The platform to measure instead of the one built with this program.</summary>
    public string? Program { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    /// <exception cref="BenchException">Not to be understood.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new BenchException($"{args[i - 1]} wants a value: {Usage}");
            int Number() => int.TryParse(Value(), out var number) && number > 0 ? number : throw new BenchException($"{args[i]} is not a number above zero.");
            options = args[i] switch
            {
                "--quick" => options with { Quick = true },
                "--large" => options with { Large = true },
                "--pairs" => options with { Pairs = Number() },
                "--rows" => options with { Rows = Number() },
                "--svg" => options with { Svg = Value() },
                "--program" => options with { Program = Path.GetFullPath(Value()) },
                { } name when !name.StartsWith('-') => options with { Names = [.. options.Names, name] },
                var unknown => throw new BenchException($"{unknown} is not known here: {Usage}"),
            };
        }
        return options;
    }
}
