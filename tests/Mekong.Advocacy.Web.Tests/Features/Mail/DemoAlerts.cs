using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Alerts;

namespace Mekong.Advocacy.Web.Tests.Features.Mail;

/// <summary>The demonstration network's alerts: real texts in every script.</summary>
internal static class DemoAlerts
{
    public static IReadOnlyList<AlertContent> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "demo", "alerts"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<AlertJson>(File.ReadAllText(file), JsonSerializerOptions.Web)!.ToContent()),
    ];

    public static AlertText Longest(string language) => All.Select(content => content.Texts[language]).MaxBy(text => text.Body.Length)!;
}
