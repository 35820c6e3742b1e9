using Mekong.Advocacy.Browser.Tests.Packages;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>A joint statement in the browser, from the draft of the demonstration to an office's answer.</summary>
public sealed class StatementJourneyTests(JointPlatform platform, PageFromAFile files) : IClassFixture<JointPlatform>, IClassFixture<PageFromAFile>
{
    [Fact]
    public async Task The_demonstrations_statement_is_approved_signed_by_four_ways_closed_handed_over_and_checked()
    {
        var flow = new StatementFlow(platform);
        try
        {
            await flow.Open();
            await flow.Sign();
            await flow.Close();
            await new HandoverFlow(platform, files, flow.Home).Run();
        }
        catch (Exception e) when (!platform.Complaints.Said.IsEmpty) { Assert.Fail($"{e.Message}\nThe platform said:\n{string.Join('\n', platform.Complaints.Said)}"); }
    }
}
