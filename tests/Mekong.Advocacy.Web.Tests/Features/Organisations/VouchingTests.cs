using Mekong.Advocacy.Web.Tests.Features.Sending;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

/// <summary>Outside organisations wait until they are believed.</summary>
public sealed class VouchingTests(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Two_members_that_vouch_in_one_moment_verify_once()
    {
        var outside = await registry.Outside("Ginkgo Street Mission");
        var (first, second) = (await registry.Speaking("Hazel Farmers"), await registry.Speaking("Ivy Printers"));
        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new[] { first, second }).Select(async member => Done(await Vouch(outside, member))));
        Assert.Equal("verified", await registry.Standing(outside));
        Assert.Equal((2, 1), (await Count(outside, "organisation.vouched-for.v1"), await Count(outside, "organisation.verified.v1")));
        var read = (await registry.Coordinator.Get($"/organisations/{outside}")).Json;
        Assert.Equal("vouching", read.GetProperty("verifiedBy").GetString());
        Assert.Equal([first.Id, second.Id], read.GetProperty("vouchers").EnumerateArray().Select(id => id.GetGuid()).Order());
    }

    [Fact]
    public async Task Only_members_that_are_in_good_standing_vouch_through_somebody_with_a_mandate()
    {
        var outside = await registry.Outside("Juniper Relief");
        var member = await registry.Speaking("Kauri Teachers");
        var novice = await registry.Officer(member.Id, "Rith");
        Refuses(422, "organisation.no-mandate", await Vouch(outside, (member.Id, novice)));
        Done(await registry.Coordinator.Post($"/organisations/{member.Id}/standing", new { standing = "suspended", reason = "Fees" }));
        Refuses(422, "organisation.voucher-is-no-member", await Vouch(outside, member));
        Refuses(422, "organisation.voucher-is-no-member", await Vouch(outside, (outside, novice)));
        Refuses(409, "organisation.is-member", await Vouch(member.Id, member));
        Assert.Equal("pending", await registry.Standing(outside));
    }

    [Fact]
    public async Task A_mail_or_a_call_verifies_with_its_source_and_a_refusal_is_final()
    {
        var outside = await registry.Outside("Larch Clinic");
        Refuses(409, "organisation.not-verified", await registry.Coordinator.Post($"/organisations/{outside}/standing", new { standing = "member" }));
        Refuses(422, "organisation.needs-source", await registry.Coordinator.Post($"/organisations/{outside}/verification", new { means = "call-back" }));
        Refuses(422, "organisation.needs-two-members", await registry.Coordinator.Post($"/organisations/{outside}/verification", new { means = "vouching", source = "me" }));
        Done(await registry.Coordinator.Post($"/organisations/{outside}/verification", new { means = "domain-mail", source = "larch.example" }));
        Refuses(422, "organisation.needs-reason", await registry.Coordinator.Post($"/organisations/{outside}/refusal", new { }));
        Done(await registry.Coordinator.Post($"/organisations/{outside}/refusal", new { reason = "The domain was stolen" }));
        Refuses(409, "organisation.was-refused", await registry.Coordinator.Post($"/organisations/{outside}/verification", new { means = "domain-mail", source = "larch.example" }));
        Assert.Equal("refused", await registry.Standing(outside));
    }

    private Task<ApiAnswer> Vouch(Guid outside, (Guid Id, Guid Officer) member) =>
        registry.Coordinator.Post($"/organisations/{outside}/vouches", new { voucherId = member.Id, officerId = member.Officer });

    private Task<long> Count(Guid id, string name) => registry.Network.Number($"select count(*) from es.mt_events where stream_id = 'organisation-{id}' and type = '{name}'");
}
