using System.Net;
using System.Net.Sockets;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>What is known of where an offer came from: a range of addresses and nothing finer, and why somebody should look at it.</summary>
/// <param name="Range">"203.0.113.0/24", "2001:db8:1::/48"; null: unknown. It is kept as a keyed hash.</param>
/// <param name="Doubts">"quick", "crowd", "domain".</param>
public sealed record Arrival(string? Range, IReadOnlyList<string> Doubts)
{
    public const string Quick = "quick", Crowd = "crowd", Domain = "domain";
}

/// <summary>Addresses as they are counted: one house has one of IPv4 and 64 bits of IPv6, one provider's customer at most 24 and 48 bits.</summary>
internal static class Places
{
    public static string House(IPAddress address) => Cut(address, 32, 64);

    public static string Range(IPAddress address) => Cut(address, 24, 48);

    private static string Cut(IPAddress address, int four, int six)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bits = plain.AddressFamily == AddressFamily.InterNetwork ? four : six;
        var bytes = plain.GetAddressBytes();
        for (var at = 0; at < bytes.Length; at++) bytes[at] &= (byte)(0xFF << Math.Clamp(8 - (bits - at * 8), 0, 8));
        return FormattableString.Invariant($"{new IPAddress(bytes)}/{bits}");
    }
}
