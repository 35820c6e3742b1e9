using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>An invented member organisation with one officer, who has an account, a token and a standing mandate; always the same for the same number.</summary>
internal sealed record Endorser(int Number)
{
    private static readonly string[] Countries = ["KH", "LA", "MM", "TH", "VN", "CN"];

    public Guid Organisation => Id("organisation");
    public Guid Officer => Id("officer");
    public Guid Account => Id("account");
    public Guid Mandate => Id("mandate");
    public string Token => string.Create(CultureInfo.InvariantCulture, $"mka_endorser-{Number}-of-the-benchmark");
    public string Name => string.Create(CultureInfo.InvariantCulture, $"Union of Workers No. {Number}");
    public string LocalName => string.Create(CultureInfo.InvariantCulture, $"សហជីពកម្មករ លេខ {Number}");
    public string Email => string.Create(CultureInfo.InvariantCulture, $"officer{Number}@union{Number}.example");
    public string Country => Countries[Number % Countries.Length];

    private Guid Id(string of) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{of}/{Number}")).AsSpan(0, 16));
}
