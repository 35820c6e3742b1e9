using System.Data;
using Dapper;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Features' SQL through Dapper, so that no feature names a database type.</summary>
internal sealed class PostgresTables(NpgsqlDataSource database) : ITables
{
    static PostgresTables()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset)); // else Dapper passes parameters on as they are, and Npgsql takes UTC only
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Instants());
        SqlMapper.AddTypeHandler(new Days());
        SqlMapper.AddTypeHandler(new Labels());
        SqlMapper.AddTypeHandler(new Ids());
    }

    public async Task<IReadOnlyList<TRow>> Query<TRow>(string sql, object? parameters, CancellationToken ct)
    {
        await using var connection = await database.Open(ct);
        return [.. await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: ct))];
    }

    public async Task<int> Execute(string sql, object? parameters, CancellationToken ct)
    {
        await using var connection = await database.Open(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandTimeout: 600, cancellationToken: ct));
    }

    /// <summary>timestamptz is an instant: it goes in and comes out as UTC.</summary>
    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTimeOffset at ? at : new DateTimeOffset((DateTime)value, TimeSpan.Zero);
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;
    }

    private sealed class Days : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }

    /// <summary>text[] is announced as System.Array, which no record's constructor asks for.</summary>
    private sealed class Labels : SqlMapper.TypeHandler<string[]>
    {
        public override string[] Parse(object value) => (string[])value;
        public override void SetValue(IDbDataParameter parameter, string[]? value) => parameter.Value = value;
    }

    /// <summary>uuid[] likewise.</summary>
    private sealed class Ids : SqlMapper.TypeHandler<Guid[]>
    {
        public override Guid[] Parse(object value) => (Guid[])value;
        public override void SetValue(IDbDataParameter parameter, Guid[]? value) => parameter.Value = value;
    }
}
