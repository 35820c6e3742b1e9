namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>A clock that stands until a test moves it; it shows a tenth of a microsecond more than PostgreSQL can keep.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 3, 1, 9, 0, 0, 123, 456, TimeSpan.Zero).AddTicks(7);

    public override DateTimeOffset GetUtcNow() => Now;
}
