using System.Text.Json.Nodes;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Every event that was ever stored is read for ever, and means what it meant.</summary>
public sealed class GoldenEventsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "Events");
    private static readonly EventCatalog Catalog = EventNames.Catalog();

    public static TheoryData<string> Names => [.. Catalog.Names];

    [Fact]
    public void Each_stored_name_has_its_file_and_each_file_its_name() =>
        Assert.Equal(Catalog.Names.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_event_is_read_as_what_it_meant(string name) =>
        Assert.Equal(GoldenEvents.Expected[name], EventJson.Read(Catalog, name, File.ReadAllBytes(FileOf(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_that_is_written_today_is_written_as_its_file_says(string name)
    {
        var expected = GoldenEvents.Expected[name];
        if (Catalog.NameOf(expected.GetType()) != name) return; // a form of yesterday is only read
        var (file, written) = (JsonNode.Parse(File.ReadAllText(FileOf(name))), JsonNode.Parse(EventJson.Write(expected)));
        Assert.True(JsonNode.DeepEquals(file, written), $"{name} would be written as {written!.ToJsonString()}");
        var again = JsonNode.Parse(EventJson.Write(EventJson.Read(Catalog, name, File.ReadAllBytes(FileOf(name)))));
        Assert.True(JsonNode.DeepEquals(file, again), $"{name} would be written back as {again!.ToJsonString()}");
    }

    private static string FileOf(string name) => Path.Combine(Folder, $"{name}.json");
}
