using System.Text;
using Mekong.Advocacy.Web.Features.Subscribers;

namespace Mekong.Advocacy.Web.Tests.Features.Subscribers;

/// <summary>Lists as people send them.</summary>
internal static class Lists
{
    public const string Header = "name,email,phone,language,country,organisation,topics,consent_source,consent_date\n";
    public const string Sokha = "Sokha Chan,sokha@example.org,+855 12 345 678,km,KH,Rivers Coalition,dams;fish,Village meeting,2026-05-01\n";

    public static readonly DateOnly Today = new(2026, 12, 1);

    public static (ListLine? Line, IReadOnlyList<LineFault> Faults)[] Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    public static (ListLine? Line, IReadOnlyList<LineFault> Faults)[] Read(byte[] csv)
    {
        using var stream = new MemoryStream(csv);
        return [.. new SubscriberFile(stream, Today).Read()];
    }

    /// <summary>A list of which every line was understood without a fault.</summary>
    public static ListLine[] Clean(string csv) => Clean(Encoding.UTF8.GetBytes(csv));

    public static ListLine[] Clean(byte[] csv)
    {
        var read = Read(csv);
        Assert.All(read, line => Assert.Empty(line.Faults));
        return [.. read.Select(line => Assert.IsType<ListLine>(line.Line))];
    }
}
