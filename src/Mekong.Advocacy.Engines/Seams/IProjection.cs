namespace Mekong.Advocacy.Engines.Seams;

/// <summary>How a view's table is kept: the engine loads the old rows of a batch, folds them and stores the new ones.</summary>
public interface IProjection
{
    /// <summary>Table with schema, e.g. "advocacy.alerts"; its columns are the row record's properties in snake_case.</summary>
    string Table { get; }

    /// <summary>Primary key column and its PostgreSQL type, e.g. ("id", "uuid").</summary>
    (string Column, string Type) Key { get; }

    /// <summary>True: written in the append's transaction. False: by the background reader, a moment later.</summary>
    bool Inline { get; }

    Type RowType { get; }

    /// <summary>
    /// The row that this event concerns; null when the view takes no notice of it. An inline view is first asked before the event has
    /// its number: its key follows from the stream and the event, or is that number itself.
    /// </summary>
    string? KeyOf(Recorded happened);

    /// <summary>Old row (null: none yet) and event in, new row (null: delete it) out.</summary>
    object? Apply(object? row, Recorded happened);
}

/// <summary>A projection of one row record: a pure function that takes time from the event, never from a clock.</summary>
public abstract class Projection<TRow> : IProjection where TRow : class
{
    public abstract string Table { get; }
    public virtual (string Column, string Type) Key => ("id", "uuid");
    public virtual bool Inline => true;
    public Type RowType => typeof(TRow);
    public abstract string? KeyOf(Recorded happened);
    public abstract TRow? Apply(TRow? row, Recorded happened);
    object? IProjection.Apply(object? row, Recorded happened) => Apply((TRow?)row, happened);
}

/// <summary>What must be done because something happened: jobs that are scheduled in the append's transaction.</summary>
public interface IReaction
{
    /// <summary>Asked once, before the event is written: its position is still 0.</summary>
    IEnumerable<Job> React(Recorded happened);
}
