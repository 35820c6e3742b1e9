using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Tests.Kernel;

public sealed class EventNamesTests
{
    public static TheoryData<Type> Events => [.. typeof(AlertEvent).Assembly.GetTypes().Where(type =>
        type is { IsSealed: true, BaseType.IsAbstract: true } && type.BaseType.Name.EndsWith("Event", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_stored_name_that_leads_back_to_it(Type type)
    {
        var catalog = EventNames.Catalog();
        var name = catalog.NameOf(type);
        Assert.Matches(@"^[a-z-]+\.[a-z-]+\.v\d+$", name);
        Assert.Equal(type, catalog.Resolve(name, () => throw new InvalidOperationException("Nothing to lift.")).Type);
    }

    [Fact]
    public void No_name_stands_for_anything_else()
    {
        var catalog = EventNames.Catalog();
        Assert.Equal(Events.Count, catalog.Names.Count(name => IsWritten(catalog, name)));

        static bool IsWritten(EventCatalog catalog, string name) // a form of yesterday has to be lifted, and that needs a body
        {
            try { return catalog.NameOf(catalog.Resolve(name, () => throw new InvalidOperationException("Lifted.")).Type) == name; }
            catch (InvalidOperationException) { return false; }
        }
    }
}
