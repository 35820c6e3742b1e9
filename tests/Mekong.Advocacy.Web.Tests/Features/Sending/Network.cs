using System.Globalization;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What one installation stands on: a database, a data folder, a mail server and a text provider, all of ours.</summary>
internal sealed class Network : IAsyncDisposable
{
    public const string PublicUrl = "https://alerts.mekong.example";
    public const int MailConnections = 5, TextConnections = 5;

    private readonly TestFolder folder = new();
    private readonly string database;

    private Network(string database, FakeTwilio twilio, MovableClock clock, int? mailPort)
    {
        (this.database, Twilio, Clock) = (database, twilio, clock);
        Mail = new Postbox();
        Settings = new()
        {
            ["Database"] = database + ";Maximum Pool Size=20",
            ["DataDirectory"] = folder.Path,
            ["PublicUrl"] = PublicUrl,
            ["Email:From"] = "Mekong Alerts <alerts@mekong.example>",
            ["Email:Notices"] = "false", // what the mail server sees is then the campaign and nothing else
            ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Port"] = (mailPort ?? Mail.Port).ToString(CultureInfo.InvariantCulture),
            ["Email:Smtp:Connections"] = MailConnections.ToString(CultureInfo.InvariantCulture),
            ["Pdf:Program"] = "none", // a browser takes seconds to start
            ["Sms:QuietHours"] = "false",
            ["Sms:Twilio:AccountSid"] = FakeTwilio.AccountSid,
            ["Sms:Twilio:AuthToken"] = FakeTwilio.AuthToken,
            ["Sms:Twilio:MessagingServiceSid"] = FakeTwilio.ServiceSid,
            ["Sms:Twilio:BaseUrl"] = twilio.BaseUrl.AbsoluteUri,
            ["Sms:Twilio:Connections"] = TextConnections.ToString(CultureInfo.InvariantCulture),
        };
    }

    public Postbox Mail { get; }
    public FakeTwilio Twilio { get; }
    public MovableClock Clock { get; }
    public string DataDirectory => folder.Path;
    public string Database => database;

    /// <summary>Under "Advocacy:"; may be changed before a site is opened.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <param name="mailPort">Where the platform looks for its mail server; null: at <see cref="Mail"/>.</param>
    public static async Task<Network> Create(TestPostgres postgres, MovableClock? clock = null, int? mailPort = null) =>
        new(await postgres.NewDatabase(), await FakeTwilio.Start(), clock ?? new MovableClock(), mailPort);

    /// <summary>On a server of its own, which the test may break.</summary>
    internal static async Task<Network> On(PostgresToBreak postgres) => new(postgres.ConnectionString, await FakeTwilio.Start(), new MovableClock(), null);

    public Task<Site> Open(ProcessRole role = ProcessRole.All) => Site.Open(this, role);

    /// <summary>One number from the database.</summary>
    public async Task<long> Number(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await Twilio.DisposeAsync();
        folder.Dispose();
    }
}
