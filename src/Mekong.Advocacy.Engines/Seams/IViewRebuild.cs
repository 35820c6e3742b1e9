namespace Mekong.Advocacy.Engines.Seams;

/// <summary>Makes views anew from the log while the site serves.</summary>
public interface IViewRebuild
{
    /// <summary>Tables with schema, e.g. "advocacy.alerts".</summary>
    IReadOnlyList<string> Views { get; }

    /// <summary>Replaces one view; reports how many events have been read.</summary>
    Task Rebuild(string table, IProgress<long> progress, CancellationToken ct);
}
