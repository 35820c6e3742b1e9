using System.Reflection;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Quartz;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Mekong.Advocacy.Engines;

/// <summary>Registers the engines behind their seams: the built-in ones, or those that were chosen.</summary>
public static class EngineServices
{
    /// <summary>Event store, views, tables and jobs on one PostgreSQL database.</summary>
    /// <param name="runsJobs">False for the web role and the command line: they schedule, others run.</param>
    public static IServiceCollection AddPostgresEngines(
        this IServiceCollection services, string connectionString, EventCatalog catalog, bool runsJobs, EngineChoice engines)
    {
        var database = Data(connectionString);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => database);
        if (engines.PackagedJobs is { } addJobs) addJobs(services, database, runsJobs);
        else services.AddQuartzJobs(database, runsJobs);
        services.AddSingleton(catalog);
        services.AddSingleton<ILog, LogReader>();
        services.AddSingleton<InlineViews>();
        services.AddSingleton<Reactions>();
        services.AddSingleton<LogGrowth>();
        if (engines.PackagedEventStore is { } addStore) addStore(services, connectionString);
        else services.AddSingleton<IEventStore, PostgresEventStore>();
        services.AddSingleton<ITables, PostgresTables>();
        services.AddSingleton<IViewRebuild, ViewRebuild>();
        return services;
    }

    /// <summary>The job engine's own pages, if the chosen one has any; whoever maps them says who may see them.</summary>
    public static IEndpointConventionBuilder? MapJobPages(this IEndpointRouteBuilder endpoints, string path, EngineChoice engines) =>
        engines.HasJobPages ? PackagedEngines.JobPages!(endpoints, path) : null;

    /// <summary>Keeps the background views current in this process.</summary>
    public static IServiceCollection AddViewReader(this IServiceCollection services) => services.AddHostedService<ViewReader>();

    /// <summary>The vault under the key ring in this file, which is made on first use.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services, string keyFile) =>
        services.AddSingleton<IVault>(_ => new AesVault(KeyRing.Load(keyFile)));

    /// <summary>Brings the schema to this version: the engines' own files and those of the given assembly.</summary>
    public static Task Migrate(string connectionString, Assembly features, CancellationToken ct) =>
        Migrate(connectionString, [typeof(EngineServices).Assembly, features], ct);

    internal static async Task Migrate(string connectionString, Assembly[] assemblies, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migrations.Apply(database, assemblies, ct);
    }

    /// <summary>
    /// Nothing of ours outlives its transaction on a connection (what takes an advisory lock gives it back), so none is reset between two
    /// users: that would cost as much as an append. And no statement is compiled to machine code (JIT): all are short, the planner takes some
    /// for long ones, and compiling then costs a hundred times their work.
    /// </summary>
    internal static NpgsqlDataSource Data(string connectionString, int prepared = 200) => new NpgsqlDataSourceBuilder(connectionString)
    {
        ConnectionStringBuilder =
        {
            Options = $"-c jit=off {new NpgsqlConnectionStringBuilder(connectionString).Options}".TrimEnd(),
            MaxAutoPrepare = prepared, AutoPrepareMinUsages = 2, NoResetOnClose = true, IncludeFailedBatchedCommand = true, ApplicationName = "mekong-advocacy",
        },
    }.Build();
}
