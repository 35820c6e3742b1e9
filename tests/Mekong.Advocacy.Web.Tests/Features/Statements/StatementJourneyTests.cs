using System.IO.Compression;
using System.Text;
using Mekong.Advocacy.Domain.Registers;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements;

/// <summary>From the draft to the office's desk, over the API and on a real database.</summary>
public sealed class StatementJourneyTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task A_statement_is_signed_closed_packed_and_delivered()
    {
        var (homeward, circle, road) = (await desk.Member("Homeward Cambodia", "សមាគមវិលត្រឡប់មកផ្ទះ"), await desk.Member("Tonle Workers Circle", "ក្រុមពលករទន្លេ"), await desk.Member("Lotus Road", "ផ្លូវឈូក"));
        var id = await desk.Opened();
        Done(await desk.Sign(id, homeward));
        Done(await desk.Sign(id, circle, display: "Sealed", language: "en"));
        Done(await desk.Sign(id, road));
        Done(await desk.Sign(id, homeward)); // twice by the same officer is once
        var second = await desk.Sign(id, (homeward.Id, await desk.Officer(homeward.Id, "Mony")));
        Refuses(409, "sign-on.already-signed", second);
        Assert.Contains($"Bopha · {desk.Network.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):yyyy}", second.Json.GetProperty("title").GetString(), StringComparison.Ordinal);
        Done(await desk.Coordinator.Post($"/sign-ons/{await desk.SignOnOf(id, road.Id)}/withdraw", new { reason = "The board has met." }));
        await desk.Closed(id);
        Refuses(409, "statement.deadline-has-passed", await desk.Sign(id, road));

        var closed = (await desk.State(id)).GetProperty("statement");
        var register = (await desk.Coordinator.Get($"/statements/{id}/register")).Json;
        Assert.Equal((4, register.GetProperty("root").GetString()), (closed.GetProperty("registerSize").GetInt32(), closed.GetProperty("registerRoot").GetString()));

        await desk.Does(id, "packages");
        var package = (await desk.State(id)).GetProperty("packages")[0];
        var zip = await desk.Coordinator.Http.GetByteArrayAsync(new Uri($"/api/v1/statements/{id}/packages/{package.GetProperty("packageId").GetGuid()}", UriKind.Relative), TestContext.Current.CancellationToken);
        var files = Unpacked(zip);
        Assert.Equal(package.GetProperty("hash").GetString(), Digest.Of(files["package.json"]).ToString());
        var check = PackageCheck.Of(files["package.json"], new PublishedRoot(closed.GetProperty("registerRoot").GetString()!, 4));
        Assert.Empty(check.Findings);
        var json = Encoding.UTF8.GetString(files["package.json"]);
        Assert.Contains("Homeward Cambodia", json, StringComparison.Ordinal);
        Assert.Contains("Tonle Workers Circle", json, StringComparison.Ordinal); // to the office, and to nobody else
        Assert.DoesNotContain("Lotus Road", json, StringComparison.Ordinal);

        Refuses(422, "statement.needs-evidence", await Handed(id, package, "Hand", arrived: true));
        Done(await Handed(id, package, "Email", arrived: false));
        await desk.Is(id, "closed");
        Done(await Handed(id, package, "Email", arrived: true));
        await desk.Is(id, "delivered");
        await desk.Does(id, "replies", new { addressee = "labour-ministry", summary = "They will look into it." });
        await desk.Is(id, "answered");
    }

    private Task<Sending.ApiAnswer> Handed(Guid id, System.Text.Json.JsonElement package, string channel, bool arrived) => desk.Coordinator.Post($"/statements/{id}/transmissions", new
    {
        addressee = "labour-ministry",
        channel,
        packageId = package.GetProperty("packageId").GetGuid(),
        packageHash = package.GetProperty("hash").GetString(),
        arrived,
        reply = "2.0.0 queued",
    });

    private static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var to = new MemoryStream();
            entry.Open().CopyTo(to);
            return to.ToArray();
        });
    }
}
