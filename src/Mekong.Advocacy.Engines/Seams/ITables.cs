namespace Mekong.Advocacy.Engines.Seams;

/// <summary>
/// SQL over a feature's own tables and, reading, over other features' views. Parameters are the properties of an object
/// (arrays allowed); a row becomes a record whose properties are the columns in snake_case.
/// </summary>
public interface ITables
{
    /// <summary>All rows of a query (or of a statement with RETURNING).</summary>
    Task<IReadOnlyList<TRow>> Query<TRow>(string sql, object? parameters, CancellationToken ct);

    /// <summary>Runs one statement and returns how many rows it touched.</summary>
    Task<int> Execute(string sql, object? parameters, CancellationToken ct);
}
