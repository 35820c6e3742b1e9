using System.Text.Json;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>A JSON object that has exactly the members it should have, each once and of the right form; everything else is put on the list of faults.</summary>
internal sealed class StrictMembers
{
    private readonly Dictionary<string, JsonElement> members = [];
    private readonly List<Finding> faults;
    private readonly string path;

    public StrictMembers(List<Finding> faults, JsonElement element, string path, params IReadOnlyList<string> names)
    {
        (this.faults, this.path) = (faults, path);
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                if (!names.Contains(member.Name) || !members.TryAdd(member.Name, member.Value)) Fault(member.Name);
        foreach (var name in names.Where(name => !members.ContainsKey(name))) Fault(name);
    }

    public int Number(string name) => Value(name, JsonValueKind.Number, value => value.TryGetInt32(out var number) ? number : (int?)null);

    public string Text(string name) => Read(name, JsonValueKind.String, value => value.GetString() is var text && text!.Contains('\uFFFE', StringComparison.Ordinal) ? null : text) ?? ""; // no character, by definition

    public string? TextOrNull(string name) => members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Null ? null : Text(name);

    public string Hash(string name) => Read(name, JsonValueKind.String, value => Digest.Read(value.GetString())?.ToString()) ?? "";

    public string Salt(string name) => Read(name, JsonValueKind.String, value =>
        value.GetString() is { Length: 2 * EndorserCommitment.SaltLength } salt && salt.All(char.IsAsciiHexDigitLower) ? salt : null) ?? "";

    public Guid Id(string name) => Value(name, JsonValueKind.String, IdOf);

    public DateTimeOffset Instant(string name) => Choice(name, EntryForm.ReadInstant);

    public T Choice<T>(string name, Func<string, T?> read) where T : struct => Value(name, JsonValueKind.String, value => read(value.GetString()!));

    public StrictMembers Object(string name, params IReadOnlyList<string> names) => new(faults, members.GetValueOrDefault(name), At(name), names);

    public IReadOnlyList<T> Objects<T>(string name, IReadOnlyList<string> names, Func<StrictMembers, T> read) =>
        [.. Items(name).Select((item, at) => read(new StrictMembers(faults, item, $"{At(name)}[{at}]", names)))];

    public IReadOnlyList<int> Numbers(string name) => Plain(name, item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) ? number : (int?)null);

    public IReadOnlyList<Guid> Ids(string name) => Plain(name, item => item.ValueKind == JsonValueKind.String ? IdOf(item) : null);

    /// <summary>The framework's own reader lets signs and blanks pass.</summary>
    private static Guid? IdOf(JsonElement value) => Guid.TryParseExact(value.GetString(), "D", out var id) && id.ToString() == value.GetString() ? id : null;

    private List<T> Plain<T>(string name, Func<JsonElement, T?> read) where T : struct
    {
        var list = new List<T>();
        foreach (var (at, item) in Items(name).Index())
            if (read(item) is { } value) list.Add(value);
            else Fault($"{name}[{at}]");
        return list;
    }

    private IReadOnlyList<JsonElement> Items(string name)
    {
        if (!members.TryGetValue(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray()];
        Fault(name);
        return [];
    }

    private string? Read(string name, JsonValueKind kind, Func<JsonElement, string?> read)
    {
        if (!members.TryGetValue(name, out var value)) return null; // its absence is a fault already
        var found = value.ValueKind == kind ? read(value) : null;
        if (found is null) Fault(name);
        return found;
    }

    private T Value<T>(string name, JsonValueKind kind, Func<JsonElement, T?> read) where T : struct
    {
        T? found = null;
        Read(name, kind, value => (found = read(value)) is null ? null : "");
        return found ?? default;
    }

    private void Fault(string name) => faults.Add(new(FindingKind.Member, At(name)));

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
