using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Tests.Kernel;

public sealed class EventNamesTests
{
    public static TheoryData<Type> Events => [.. typeof(AlertEvent).Assembly.GetTypes().Where(type =>
        type.IsSealed && (type.IsSubclassOf(typeof(AlertEvent)) || type.IsSubclassOf(typeof(SubscriberEvent))))];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_stored_name_that_leads_back_to_it(Type type)
    {
        var catalog = EventNames.Catalog();
        var name = catalog.NameOf(type);
        Assert.Matches(@"^(alert|subscriber)\.[a-z-]+\.v\d+$", name);
        Assert.Equal(type, catalog.Resolve(name, () => throw new InvalidOperationException("Nothing to lift.")).Type);
    }

    [Fact]
    public void No_name_stands_for_anything_else() => Assert.Equal(Events.Count, EventNames.Catalog().Names.Distinct().Count());
}
