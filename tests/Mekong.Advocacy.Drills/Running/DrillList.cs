using Mekong.Advocacy.Drills.Played;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>The list, in the order that lets the long waits run side by side.</summary>
internal static class DrillList
{
    public static IReadOnlyList<IDrill> All { get; } =
    [
        new F05ServerSaysLater(), new F18FrozenWorker(), new F06Greylisting(), new F07CutAfterTheDot(), new F10TooManyRequests(), new F04DatabaseAway(),
        new F08Tarpit(), new F01KilledWorkerMail(), new F02KilledWorkerTexts(), new F03DatabaseRestarted(), new F09Refusals(), new F11OurFault(),
        new F12LostAnswers(), new F13ErrorNumbers(), new F14Callbacks(), new F15OptOut(), new F16Clock(), new F19ToldToStop(), new F22Poison(), new A18Stuffing(),
    ];
}
