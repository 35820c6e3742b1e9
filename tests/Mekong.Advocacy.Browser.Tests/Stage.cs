using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>Alerts and statements brought to all their stages, and then every page that can be reached from the doors.</summary>
internal static class Stage
{
    public static async Task<(SortedDictionary<string, string> Office, SortedDictionary<string, string> Corner)> Set(RunningPlatform platform)
    {
        var admin = await platform.Open(1280, "reader@example.org", Role.Admin);
        await using var scope = platform.Services.CreateAsyncScope();
        var (services, ct) = (scope.ServiceProvider, CancellationToken.None);
        var joint = await JointStage.Prepare(services, admin, ct);
        var open = await PublicStage.Prepare(services, ct);
        var alerts = await Stages.Prepare(services, ct);
        var optOut = "/u/" + services.GetRequiredService<Links>().Token(Links.OptOut, 1);
        var office = await Tour.Of(admin, ["/workspace", $"/workspace/alerts/{alerts.Sent}", .. joint.Doors, "/", "/sign-in", optOut, .. open.Doors]);
        string[] faces = [.. new[] { alerts.Waiting, alerts.SentBack, alerts.Released }.Select(id => $"/workspace/alerts/{id}"), .. joint.Faces, .. open.Faces, "/nothing-here"];
        foreach (var path in faces) office[path] = path;
        foreach (var id in await services.GetRequiredService<ITables>().Query<Guid>("select id from advocacy.organisations where standing <> 'Member'", null, ct))
            office[$"/workspace/organisations/{id}"] = $"/workspace/organisations/{id}";
        await admin.Context.CloseAsync();

        var member = await platform.Open(1280, DemoNetwork.Member, Role.Member);
        var corner = await Tour.Of(member, ["/members"]);
        corner[joint.Signed] = joint.Signed;
        await member.Context.CloseAsync();
        return (office, corner);
    }
}
