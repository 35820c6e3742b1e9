using System.Text.Json;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>One country's line in a file of prices.</summary>
/// <param name="Price">Of one part; null: nobody knows, and a guess would be worse.</param>
public sealed record SmsPriceLine(decimal? Price, string Source, DateOnly AsOf);

/// <summary>A list of prices as a file states it, each with its source and the day on which it was read.</summary>
public sealed record SmsPriceFile(string Currency, decimal? Cap, string Source, Dictionary<string, SmsPriceLine> Countries)
{
    public static SmsPriceFile Read(string path) => JsonSerializer.Deserialize<SmsPriceFile>(File.ReadAllText(path), JsonSerializerOptions.Web)!;

    public SmsPriceList ToList() => new(
        Currency, Countries.Where(line => line.Value.Price is not null).ToDictionary(line => line.Key, line => line.Value.Price!.Value), Cap, Source);
}
