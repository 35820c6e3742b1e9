using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

public sealed class ObserverFenceTests
{
    private const string Alert = "/workspace/alerts/01a2010e-e63c-79a3-8591-f1b685dd5a28";

    private static readonly Actor Observer = new(Guid.NewGuid(), [Role.Observer]), Member = new(Guid.NewGuid(), [Role.Member]);

    [Theory]
    [InlineData("GET", "/workspace/alerts")]
    [InlineData("GET", Alert)]
    [InlineData("GET", Alert + "/report")]
    [InlineData("GET", Alert + "/report/print")]
    [InlineData("GET", "/api/v1/alerts/01a2010e-e63c-79a3-8591-f1b685dd5a28/report")]
    [InlineData("GET", "/workspace/organisations")]
    [InlineData("GET", "/workspace/organisations/01a2010e-e63c-79a3-8591-f1b685dd5a28")]
    [InlineData("GET", "/api/v1/organisations")]
    [InlineData("POST", "/workspace/account")]
    [InlineData("GET", "/vendor/htmx/htmx.min.js")]
    [InlineData("POST", "/sign-in")]
    public void An_observer_reads_alerts_reports_and_organisations(string method, string path) => Assert.True(ObserverFence.MayOpen(Observer, method, path));

    [Theory]
    [InlineData("GET", "/workspace")]
    [InlineData("POST", Alert)]
    [InlineData("GET", Alert + "/write")]
    [InlineData("GET", "/workspace/alerts/new")]
    [InlineData("GET", "/Workspace/Subscribers")]
    [InlineData("GET", "/workspace/organisations/new")]
    [InlineData("POST", "/workspace/organisations/01a2010e-e63c-79a3-8591-f1b685dd5a28")]
    [InlineData("GET", "/workspace/organisations/01a2010e-e63c-79a3-8591-f1b685dd5a28/write")]
    [InlineData("POST", "/api/v1/organisations/similar")]
    [InlineData("GET", "/api/v1/files/01a2010e-e63c-79a3-8591-f1b685dd5a28")]
    [InlineData("GET", "/workspace/outbox")]
    [InlineData("GET", "/workspace/anything-to-come")]
    [InlineData("GET", "/api/v1/alerts")]
    [InlineData("GET", "/api/v1/alerts/01a2010e-e63c-79a3-8591-f1b685dd5a28/deliveries")]
    [InlineData("POST", "/api/v1/alerts/01a2010e-e63c-79a3-8591-f1b685dd5a28/report")]
    public void An_observer_opens_no_other_door(string method, string path) => Assert.False(ObserverFence.MayOpen(Observer, method, path));

    [Theory]
    [InlineData("GET", "/members", true)]
    [InlineData("POST", "/members/commitments/01a2010e-e63c-79a3-8591-f1b685dd5a28", true)]
    [InlineData("POST", "/workspace/account", true)]
    [InlineData("GET", "/workspace/alerts", false)]
    [InlineData("GET", "/workspace/organisations", false)]
    [InlineData("GET", "/workspace/statements", false)]
    public void A_member_has_the_corner_and_their_own_account(string method, string path, bool may) => Assert.Equal(may, ObserverFence.MayOpen(Member, method, path));

    [Theory]
    [InlineData("POST", "/api/v1/statements/01a2010e-e63c-79a3-8591-f1b685dd5a28/sign-ons", true)]
    [InlineData("POST", "/api/v1/sign-ons/01a2010e-e63c-79a3-8591-f1b685dd5a28/object", true)]
    [InlineData("POST", "/api/v1/sign-ons/01a2010e-e63c-79a3-8591-f1b685dd5a28/display", true)]
    [InlineData("POST", "/api/v1/commitments/01a2010e-e63c-79a3-8591-f1b685dd5a28/dissents", true)]
    [InlineData("POST", "/api/v1/commitments/01a2010e-e63c-79a3-8591-f1b685dd5a28/proposals", false)]
    [InlineData("GET", "/api/v1/commitments", false)]
    [InlineData("GET", "/api/v1/statements/01a2010e-e63c-79a3-8591-f1b685dd5a28/sign-ons", false)]
    [InlineData("POST", "/api/v1/statements/01a2010e-e63c-79a3-8591-f1b685dd5a28/sign-ons/paper", false)]
    [InlineData("POST", "/api/v1/statements/01a2010e-e63c-79a3-8591-f1b685dd5a28/sign-ons/invalidate", false)]
    [InlineData("POST", "/api/v1/sign-ons/01a2010e-e63c-79a3-8591-f1b685dd5a28/withdraw", false)]
    [InlineData("POST", "/api/v1/statements/01a2010e-e63c-79a3-8591-f1b685dd5a28/suspend", false)]
    public void Who_acts_for_a_member_signs_over_the_API_and_does_nothing_else_there(string method, string path, bool may) =>
        Assert.Equal(may, ObserverFence.MayOpen(Member, method, path));
}
