namespace Mekong.Advocacy.Browser.Tests;

/// <summary>A dialogue in the browser: what was asked, what was promised, who follows up, and what everybody may see of it.</summary>
public sealed class DialogueJourneyTests(JointPlatform platform) : IClassFixture<JointPlatform>
{
    [Fact]
    public async Task A_dialogue_is_recorded_followed_up_moved_with_its_forum_and_shown_in_public()
    {
        try
        {
            var recorded = await new DialogueFlow(platform).Record();
            await new ReminderFlow(platform, recorded).Run();
            await new PromiseFlow(platform, recorded).Run();
        }
        catch (Exception e) when (!platform.Complaints.Said.IsEmpty) { Assert.Fail($"{e.Message}\nThe platform said:\n{string.Join('\n', platform.Complaints.Said)}"); }
    }
}
