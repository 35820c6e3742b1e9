using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>What must be true of every page there is, in every language: no barrier, nothing too wide, valid, light, nothing from elsewhere.</summary>
public sealed partial class EveryPageTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    public static TheoryData<string> Codes => [.. Language.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_page_fits_speaks_its_language_is_light_and_has_no_barrier(string language)
    {
        var (office, corner) = await platform.Pages();
        var eye = new PageEye(platform.Address, language);
        var first = await platform.Open(360, "reader@example.org", Role.Admin, language, scripts: eye.Thorough);
        var second = await first.Context.NewPageAsync();
        var queue = new ConcurrentQueue<string>(office.Where(page => eye.Thorough || page.Key == Tour.Kind(page.Value)).Select(page => page.Value)); // one face of each kind elsewhere
        await Task.WhenAll(eye.Read(first, queue), eye.Read(second, queue)); // two cores
        await eye.Read(await platform.Open(360, DemoNetwork.Member, Role.Member, language, scripts: eye.Thorough), new(corner.Values));
        Assert.True(eye.Faults.IsEmpty, string.Join('\n', eye.Faults.Order(StringComparer.Ordinal)));
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        var (office, corner) = await platform.Pages();
        var folder = Directory.CreateTempSubdirectory("mekong-pages-");
        try
        {
            await Save(await platform.Open(360, "reader@example.org", Role.Admin), office, folder.FullName, "");
            await Save(await platform.Open(360, DemoNetwork.Member, Role.Member), corner, folder.FullName, "member-");
            var errors = await HtmlValidate.Errors(folder.FullName, TestContext.Current.CancellationToken);
            Assert.True(errors.Length == 0, string.Join('\n', errors));
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public async Task No_room_of_a_statement_or_of_a_member_is_left_out()
    {
        var (office, corner) = await platform.Pages();
        string[] rooms = ["", "/{id}", "/{id}/write", "/{id}/texts", "/{id}/sign-ons", "/{id}/sign-ons/{id}", "/{id}/sign-ons/paper", "/{id}/delivery", "/matrix", "/new"];
        Assert.Empty(rooms.Select(room => $"/workspace/statements{room}").Except(office.Keys));
        Assert.Empty(new[] { "/workspace/organisations", "/workspace/organisations/{id}", "/workspace/organisations/{id}/write", "/workspace/organisations/new" }.Except(office.Keys));
        Assert.Empty(new[] { "/members", "/members/{id}/statements/{id}", "/workspace/account" }.Except(corner.Keys));
    }

    private static async Task Save(IPage page, SortedDictionary<string, string> pages, string folder, string before)
    {
        foreach (var (kind, path) in pages)
            await File.WriteAllTextAsync(Path.Combine(folder, $"{before}{Unnameable().Replace(kind, "_")}.html"), await (await page.Context.APIRequest.GetAsync(path)).TextAsync());
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unnameable();
}
