using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

/// <summary>An outtray of ten lanes, and what the tests do with it.</summary>
public abstract class TenLanes
{
    protected static readonly DateTimeOffset Now = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private long last;

    private protected TenLanes() => Tray = new Outtray(lanes: 10, Clock);

    private protected FakeClock Clock { get; } = new(Now);

    private protected Outtray Tray { get; }

    protected void Add(string destination, int count) => Tray.Add(Enumerable.Range(0, count).Select(_ => new Addressed(
        new Claimed(++last, Guid.Empty, Guid.Empty, Guid.Empty, last, "email", "KH", "km", "queued", 0, Now, null, [], [], null, false, false, 1), "", destination)));

    protected List<Addressed> TakeAll()
    {
        var taken = new List<Addressed>();
        while (Tray.TryTake() is var (row, until))
        {
            Assert.Null(until);
            Tray.Begin(row);
            taken.Add(row);
        }
        return taken;
    }

    protected void Answered(IEnumerable<Addressed> rows)
    {
        foreach (var row in rows.ToList()) Tray.Done(row);
    }

    /// <summary>They have answered before, at once.</summary>
    protected void Known(params string[] names)
    {
        for (var i = 0; i < 10; i++)
        {
            foreach (var name in names) Add(name, 1);
            Answered(TakeAll());
        }
    }
}
