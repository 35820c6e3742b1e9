using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Demo;

public sealed class DemoStatementsTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_demonstrations_statement_may_be_frozen_right_away_and_is_open_for_three_weeks()
    {
        await using var network = await Network.Create(postgres, new(new DateTimeOffset(2026, 3, 2, 19, 30, 0, TimeSpan.Zero))); // the third in Bangkok
        await using var site = await network.Open(ProcessRole.Web);
        await using (var scope = site.Services.CreateAsyncScope()) Assert.True(await scope.ServiceProvider.GetRequiredService<DemoNetwork>().LoadOnce(CancellationToken.None));
        var id = (await site.Services.GetRequiredService<ITables>().Query<Guid>("select id from advocacy.statements", null, CancellationToken.None)).Single();
        var (statement, _) = await site.Services.GetRequiredService<Decider>().Load(Statement.Fold, id, CancellationToken.None);

        Assert.Null(statement.Freeze(Guid.NewGuid()).Refusal);
        Assert.Equal(["en", "km", "th"], statement.Content!.InOrder.Where(text => text.Role == TextRole.Authentic).Select(text => text.Language));
        Assert.Equal("my", statement.Content.InOrder.Single(text => text.Role == TextRole.Courtesy).Language);
        Assert.Equal(["km", "th"], statement.Content.Addressees.Select(to => to.Language));
        Assert.Equal(new WhoMaySign(Outside: true, Individuals: true), statement.Content.Who);
        Assert.Equal(new DateTimeOffset(2026, 3, 24, 11, 0, 0, TimeSpan.Zero), statement.Window!.ClosesAt);
        Assert.True(statement.Window.OpensAt <= network.Clock.GetUtcNow());
        Assert.Equal("labour-ministry@example.net", await site.Services.GetRequiredService<AddresseeContacts>().Of(id, "labour-ministry", CancellationToken.None));
    }
}
