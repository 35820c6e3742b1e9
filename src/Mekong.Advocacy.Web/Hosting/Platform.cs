using System.Data.Common;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.PrivatePostgres;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>What a process does: answer people, do the work behind, both, or run one verb of the command line.</summary>
public enum ProcessRole { All, Web, Worker, Verb }

/// <summary>The platform in this process: its database (private or given), its services, and its end.</summary>
public sealed class Platform : IAsyncDisposable
{
    private readonly PrivatePostgres? cluster;
    private bool started;

    private Platform(WebApplication app, PrivatePostgres? cluster) => (App, this.cluster) = (app, cluster);

    public WebApplication App { get; }

    public AdvocacySettings Settings => App.Services.GetRequiredService<AdvocacySettings>();

    /// <exception cref="StartupException">A setting, the data folder or the database does not allow it.</exception>
    public static async Task<Platform> Open(ProcessRole role, string[] args, CancellationToken ct, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Platform).Assembly.GetName().Name, // pages are found here whatever program hosts us
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        adjust?.Invoke(builder);
        var settings = Read(builder);
        PrivatePostgres? cluster = null;
        try
        {
            if (settings.Database is null) cluster = await StartCluster(settings, ct);
            var database = settings.Database ?? cluster!.ConnectionString;
            await EngineServices.Migrate(database, typeof(Platform).Assembly, ct);
            PlatformServices.Add(builder, settings, database, role);
            var app = builder.Build();
            await VaultCheck.Run(app.Services, settings, ct);
            if (role != ProcessRole.Verb) PlatformPipeline.Use(app, role);
            return new Platform(app, cluster);
        }
        catch (Exception e)
        {
            if (cluster is not null) await cluster.DisposeAsync();
            if (e is StartupException or OperationCanceledException) throw;
            if (e is PrivatePostgresException or InvalidOperationException or DbException) throw new StartupException(e.Message, e);
            throw;
        }
    }

    /// <summary>Begins to serve and to work; what was started is stopped in order by <see cref="DisposeAsync"/>.</summary>
    public Task Start(CancellationToken ct)
    {
        started = true;
        return App.StartAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (started) await App.StopAsync();
        await App.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private static AdvocacySettings Read(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Advocacy").Get<AdvocacySettings>() ?? new();
        if (builder.Environment.IsDevelopment() && builder.Configuration["Advocacy:Sms:QuietHours"] is null)
            settings = settings with { Sms = settings.Sms with { QuietHours = false } };
        if (builder.Configuration["Advocacy:PublicUrl"] is null && builder.Configuration["urls"] is { } urls
            && Uri.TryCreate(urls.Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var served))
            settings = settings with { PublicUrl = served }; // links then lead to where we listen
        settings = settings with { DataDirectory = Path.GetFullPath(settings.DataDirectory) };
        return SettingsCheck.Fault(settings, builder.Environment.IsProduction()) is { } fault ? throw new StartupException(fault) : settings;
    }

    private static async Task<PrivatePostgres> StartCluster(AdvocacySettings settings, CancellationToken ct)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        return await PrivateCluster.Start(settings.DataDirectory, options: null, logs.CreateLogger<Platform>(), ct);
    }
}
