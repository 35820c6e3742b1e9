using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Features.Tracker;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Demo;

public sealed class DemoDialoguesTests(TestPostgres postgres)
{
    [Theory]
    [InlineData(2026, 11, 22, "2026-10-21", "2027-11-09")]
    [InlineData(2027, 3, 2, "2026-10-21", "2027-11-09")]
    [InlineData(2027, 10, 22, "2027-10-21", "2028-11-09")]
    public async Task The_demonstrations_dialogue_is_past_and_its_forum_ahead(int year, int month, int day, string held, string forum)
    {
        await using var network = await Network.Create(postgres, new(new DateTimeOffset(year, month, day, 5, 0, 0, TimeSpan.Zero)));
        await using var site = await network.Open(ProcessRole.Web);
        await using (var scope = site.Services.CreateAsyncScope()) Assert.True(await scope.ServiceProvider.GetRequiredService<DemoNetwork>().LoadOnce(CancellationToken.None));
        var view = await site.Services.GetRequiredService<TrackerReads>().All(CancellationToken.None);
        Assert.Equal(["R-3 R-2 R-1"], [string.Join(' ', view.Recommendations.Select(one => $"R-{one.Row.Number}"))]);
        var promise = view.Commitments.Single(one => one.Forum is not null);
        Assert.Equal((DateOnly.Parse(held, null), DateOnly.Parse(forum, null), DateOnly.Parse(forum, null).AddDays(-7)), (promise.Row.MadeOn, promise.Forum!.BeginsOn, promise.Row.DueOn!.Value));
        Assert.Equal("km", promise.Row.Language);
        Assert.Equal(1, view.Count(Domain.Dialogues.CommitmentStatus.Kept));
        Assert.Equal((4, 1), (await network.Number("select count(*) from advocacy.follow_ups"), await network.Number("select count(*) from advocacy.follow_ups where due_on is null")));
        Assert.Equal(1, await network.Number("select count(*) from advocacy.dialogues where stage = 'Minuted' and attribution = 'Attributed'"));
    }
}
