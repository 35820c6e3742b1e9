namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>The header fields of a written message, each as name and folded value, in order.</summary>
internal sealed record HeaderList(IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <param name="header">The message up to its first empty line.</param>
    public static HeaderList Parse(string header)
    {
        var fields = new List<(string, string)>();
        foreach (var line in header.Split("\r\n"))
        {
            if (line[0] is ' ' or '\t') fields[^1] = (fields[^1].Item1, $"{fields[^1].Item2}\r\n{line}");
            else fields.Add((line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        }
        return new HeaderList(fields);
    }

    public bool Has(string name) => Fields.Any(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field that stands last under this name, as a verifier takes it first (RFC 6376 §5.4.2).</summary>
    public (string Name, string Value) Last(string name) => Fields.Last(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
