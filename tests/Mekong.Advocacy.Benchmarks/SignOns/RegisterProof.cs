using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>
/// The register as the API tells it, made anew from its entries by what Domain/Registers/README.md says and by nothing of ours: no gap, nobody
/// twice, every leaf, the chain and the root.
/// </summary>
internal static class RegisterProof
{
    private static readonly string[] Fields = ["textVersion", "textHash", "language", "signOnId", "endorser"], Names = ["version", "text", "language", "sign-on", "endorser"];

    /// <exception cref="BenchException">It is not so.</exception>
    public static async Task Check(HttpClient coordinator, Guid statement, int signOns, CancellationToken ct)
    {
        var register = await coordinator.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/statements/{statement}/register", UriKind.Relative), ct);
        var entries = register.GetProperty("entries").EnumerateArray().ToList();
        Must(register.GetProperty("size").GetInt32() == signOns && entries.Count == signOns, $"{entries.Count} entries of {signOns}");
        Must(entries.Select((entry, index) => entry.GetProperty("index").GetInt32() == index).All(right => right), "a gap");
        foreach (var id in new[] { "signOnId", "endorser" }) Must(entries.Select(entry => entry.GetProperty(id).GetString()).Distinct().Count() == signOns, $"a double {id}");
        var leaves = entries.Select(entry => Leaf(statement, entry)).ToList();
        Must(leaves.Zip(entries).All(both => Hex(both.First) == both.Second.GetProperty("leaf").GetString()), "a leaf");
        Must(Hex(Root(leaves, 0, leaves.Count)) == register.GetProperty("root").GetString(), "the root");
        var head = SHA256.HashData(Encoding.UTF8.GetBytes($"mekong-register:v1\n{statement}"));
        foreach (var leaf in leaves) head = SHA256.HashData([2, .. head, .. leaf]);
        Must(Hex(head) == register.GetProperty("head").GetString(), "the chain");
    }

    private static byte[] Leaf(Guid statement, JsonElement entry)
    {
        var lines = new StringBuilder("mekong-entry:v1\n");
        Line(lines, "act", "sign-on");
        Line(lines, "statement", statement.ToString());
        foreach (var (field, name) in Fields.Zip(Names)) Line(lines, name, entry.GetProperty(field).ToString());
        Line(lines, "at", entry.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        lines.Append("reason -\n");
        return SHA256.HashData([0, .. Encoding.UTF8.GetBytes(lines.ToString())]);
    }

    private static void Line(StringBuilder lines, string name, string value) =>
        lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name} {Encoding.UTF8.GetByteCount(value)}:{value}\n");

    /// <summary>RFC 9162 §2.1.1.</summary>
    private static byte[] Root(List<byte[]> leaves, int from, int to)
    {
        if (to - from == 1) return leaves[from];
        var left = 1;
        while (left * 2 < to - from) left *= 2;
        return SHA256.HashData([1, .. Root(leaves, from, from + left), .. Root(leaves, from + left, to)]);
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static void Must(bool holds, string what)
    {
        if (!holds) throw new BenchException($"The register is wrong: {what}.");
    }
}
