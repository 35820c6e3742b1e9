using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Statements;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.SignOns;

/// <summary>Who acts for a member has the members' corner over HTTP, too, and no other door.</summary>
public sealed class MemberApiTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task An_officer_signs_with_a_token_of_their_own_and_pressing_twice_is_once()
    {
        const string address = "vanna@clear-stream.example";
        var (member, _) = await desk.Member("Clear Stream", "ស្ទឹងថ្លា");
        await using (var scope = desk.Site.Services.CreateAsyncScope())
        {
            var account = (await scope.ServiceProvider.GetRequiredService<AccountDesk>().Ensure(address, Role.Member)).Id;
            var officer = Made(await desk.Coordinator.Post($"/organisations/{member}/focal-points", new { name = "Vanna", capacity = "Chair", email = address, language = "km", accountId = account }));
            Made(await desk.Coordinator.Post($"/organisations/{member}/mandates", new { officerId = officer, kind = "standing" }));
        }
        var id = await desk.Opened();
        var vanna = await desk.Site.As(Role.Member, address);
        var signature = new { organisationId = member, language = "en", textHash = await desk.HashOf(id, "en") };
        await Task.WhenAll(Done(), Done());
        Assert.Equal(200, (await vanna.Get($"/statements/{id}/sign-ons")).Code);
        Assert.Equal(403, (await vanna.Get($"/statements/{id}/sign-ons/all")).Code);
        Assert.Equal(1, await desk.Network.Number($"select count(*) from advocacy.register_entries where statement_id = '{id}'"));

        async Task Done() => Assert.Equal(204, (await vanna.Post($"/statements/{id}/sign-ons", signature)).Code);
    }
}
