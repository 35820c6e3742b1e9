using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Statements;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Today;

/// <summary>The workspace's first page, as a statement goes its way.</summary>
public sealed class StatementsTodayTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task A_statement_waits_for_whoever_can_do_the_next_thing()
    {
        var member = await desk.Member("Homeward Cambodia", "សមាគមវិលត្រឡប់មកផ្ទះ");
        var id = Made(await desk.Coordinator.Post("/statements", desk.Draft()));
        var home = $"/workspace/statements/{id}\"";
        await desk.Does(id, "freeze");
        Assert.Contains(home, await Waits(Role.Approver), StringComparison.Ordinal);
        Assert.DoesNotContain(home, await Waits(Role.Coordinator), StringComparison.Ordinal);
        await desk.ApproveAll(id);
        Assert.DoesNotContain(home, await Waits(Role.Approver), StringComparison.Ordinal);

        await desk.MoveTo(id, "opensAt", TimeSpan.FromSeconds(-3));
        await desk.Is(id, "open");
        await desk.Does(id, "versions", new { texts = new { en = new { title = "Pay now", body = "All of it." }, km = new { title = "សូមបើក", body = "ទាំងអស់។" } } });
        Assert.Contains(home, await Waits(Role.Approver), StringComparison.Ordinal);
        await desk.Does(id, "versions/drop");
        Assert.DoesNotContain(home, await Waits(Role.Approver), StringComparison.Ordinal);
        Done(await desk.Sign(id, member));
        desk.Network.Clock.Move(TimeSpan.FromDays(8));
        Assert.Contains("closes soon", await Waits(Role.Coordinator), StringComparison.Ordinal);

        await desk.Closed(id);
        var delivery = $"/workspace/statements/{id}/delivery\"";
        Assert.Contains("closed: make the packages", await Waits(Role.Coordinator, delivery), StringComparison.Ordinal);
        await desk.Does(id, "packages");
        Assert.Contains("to be handed over: 1", await Waits(Role.Coordinator, delivery), StringComparison.Ordinal);
        await Handed(id, arrived: false);
        Assert.Contains("delivery failed, send again: 1", await Waits(Role.Coordinator, delivery), StringComparison.Ordinal);
        await Handed(id, arrived: true);
        Assert.DoesNotContain(delivery, await Waits(Role.Coordinator), StringComparison.Ordinal);
    }

    /// <summary>The part of the page that says what waits.</summary>
    private async Task<string> Waits(string role, string? names = null)
    {
        using var reader = await SignedIn.As(desk.Site, role);
        var html = (await reader.Get("/workspace?lang=en")).Split("<h2>")[1];
        if (names is not null) Assert.Contains(names, html, StringComparison.Ordinal);
        return html;
    }

    private async Task Handed(Guid id, bool arrived)
    {
        var package = (await desk.State(id)).GetProperty("packages")[0];
        await desk.Does(id, "transmissions", new
        {
            addressee = "labour-ministry",
            channel = "Email",
            packageId = package.GetProperty("packageId").GetGuid(),
            packageHash = package.GetProperty("hash").GetString(),
            arrived,
            reply = "2.0.0 queued",
        });
    }
}
