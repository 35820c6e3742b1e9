using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Something short was written down.</summary>
internal sealed record Noted(string Text);

/// <summary>Everything said so far was struck out.</summary>
internal sealed record Struck;

/// <summary>Its append stays open, or fails, as the turnstile of this name decides.</summary>
internal sealed record Held(string Gate);

internal enum Season { Dry, Wet }

/// <summary>A body with everything that is easily bent on the way through JSON.</summary>
internal sealed record Measured(
    decimal Level, DateTimeOffset At, DateOnly Day, Season Season, IReadOnlyDictionary<string, string> Words, string? Note, long Count, Guid Gauge);

internal static class Happenings
{
    public static EventCatalog Catalog() => new EventCatalog()
        .Add<Noted>("tests.noted.v1")
        .Add<Struck>("tests.struck.v1")
        .Add<Held>("tests.held.v1")
        .Add<Measured>("tests.measured.v1");
}
