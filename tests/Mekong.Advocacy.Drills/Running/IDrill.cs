namespace Mekong.Advocacy.Drills.Running;

/// <summary>One fault of the list, played against real processes at full size.</summary>
internal interface IDrill
{
    /// <summary>Its number on the list: F1.</summary>
    string Name { get; }

    /// <summary>What happens in it, in a few words.</summary>
    string Words { get; }

    Task Run(Scene scene, Outcome outcome, CancellationToken ct);
}
