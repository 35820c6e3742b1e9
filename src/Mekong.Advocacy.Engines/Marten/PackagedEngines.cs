using Mekong.Advocacy.Engines.Marten;

namespace Mekong.Advocacy.Engines;

internal static partial class PackagedEngines
{
    static partial void Marten(ref AddEventStore? add) => add = MartenRegistration.AddMartenStore;
}
