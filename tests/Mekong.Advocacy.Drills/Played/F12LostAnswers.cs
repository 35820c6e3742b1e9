using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One text in a hundred is created and the line cut before the answer; half as many are cut before they are created.</summary>
internal sealed class F12LostAnswers : IDrill
{
    public string Name => "F12";
    public string Words => "Twilio's answer lost on 1 %";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        for (var number = 100; number <= scene.Seed.Texts; number += 100) scene.Twilio.Script.Next(People.Phone(number), FakeBehaviour.Cut(created: true));
        for (var number = 50; number <= scene.Seed.Texts; number += 200) scene.Twilio.Script.Next(People.Phone(number), FakeBehaviour.Cut(created: false));
        var (desk, _, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F12", People.Text), ct);
        await campaign.Is("finished", 600, ct);
        outcome.Says("answers lost", scene.Seed.Texts / 100);
        outcome.Says("requests lost", (scene.Seed.Texts + 150) / 200);
        await scene.CloseTexts(outcome, campaign, scene.Seed.Texts, extraMost: 0, ct);
    }
}
