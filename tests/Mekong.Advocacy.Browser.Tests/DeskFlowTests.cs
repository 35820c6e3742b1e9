namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The coordinator's whole way in the browser: with scripts, without them, and with nothing but a keyboard.</summary>
public sealed class DeskFlowTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("km", false)]
    [InlineData("my", false)]
    public Task An_alert_is_written_chosen_for_checked_approved_sent_and_reported(string language, bool scripts) =>
        new DeskFlow(platform, language, scripts).Run();

    /// <summary>What README shows: taken from the running product, kept by ops/pictures.</summary>
    [Fact]
    public Task The_pictures_of_the_readme_can_be_taken() => new ReadmePictures(platform).Take();

    [Fact]
    public Task The_keyboard_alone_is_enough() => new KeyboardFlow(platform).Run();
}
