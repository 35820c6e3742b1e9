using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Seeding;
using Mekong.Advocacy.Engines.Vault;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Serving;

/// <summary>An office with two accounts and a list of readers, made once a run; every measurement gets a database of its own that is a copy of it.</summary>
internal sealed class Installation
{
    public const string PublicUrl = "https://alerts.mekong.example", Host = "mekong.example";

    private readonly Bench bench;
    private readonly string empty;
    private readonly Dictionary<(int, bool), string> seeded = [];
    private readonly Lazy<AesVault> vault;
    private string signInLink = "";

    private Installation(Bench bench, string empty)
    {
        (this.bench, this.empty) = (bench, empty);
        vault = new(() => new AesVault(KeyRing.Load(Path.Combine(Folder, "keys", "vault.json"))));
    }

    public string Program => bench.Options.Program ?? Path.ChangeExtension(typeof(Platform).Assembly.Location, ".dll");

    public string CoordinatorToken { get; } = "mka_coordinator-of-the-benchmark";
    public string ApproverToken { get; } = "mka_approver-of-the-benchmark";
    public AesVault Vault => vault.Value;

    private string Folder => Path.Combine(bench.Scratch, "platform");

    public static async Task<Installation> Prepare(Bench bench, CancellationToken ct)
    {
        var installation = new Installation(bench, await bench.NewDatabase(ct));
        foreach (var (email, role, token) in new[] { ("coordinator@mekong.example", Role.Coordinator, installation.CoordinatorToken), ("approver@mekong.example", Role.Approver, installation.ApproverToken) })
        {
            var link = await PlatformProcess.Run(installation.Program, installation.Log("account"), installation.Settings(installation.empty), ct, "account", "create", "--email", email, "--role", role);
            if (role == Role.Coordinator) installation.signInLink = new Uri(link.Trim().Split('\n')[^1]).PathAndQuery;
            await installation.Give(token, role, ct);
        }
        return installation;
    }

    /// <summary>A fresh database with so many readers.</summary>
    /// <param name="events">With the events that made them, too.</param>
    public async Task<string> Database(int readers, CancellationToken ct, bool events = false)
    {
        if (!seeded.TryGetValue((readers, events), out var like))
        {
            like = await bench.NewDatabase(ct, empty);
            await Seeder.Seed(like, Vault, readers, events, bench.Log, ct);
            seeded[(readers, events)] = like;
        }
        return await bench.NewDatabase(ct, like);
    }

    public string Log(string what) => Path.Combine(bench.Scratch, $"{what}.log");

    /// <summary>The environment of one process: as in production, with the built-in engines, and nothing leaves this machine.</summary>
    public Dictionary<string, string> Settings(string database, int mailPort = 9, int connections = 20) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(Program)!,
        ["Advocacy__Database"] = database,
        ["Advocacy__DataDirectory"] = Folder,
        ["Advocacy__PublicUrl"] = PublicUrl,
        ["Advocacy__Email__From"] = $"Mekong Alerts <alerts@{Host}>",
        ["Advocacy__Email__Notices"] = "false", // the sink is to see the campaign and nothing else
        ["Advocacy__Email__Smtp__Host"] = "127.0.0.1",
        ["Advocacy__Email__Smtp__Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
        ["Advocacy__Email__Smtp__Connections"] = connections.ToString(CultureInfo.InvariantCulture),
        ["Advocacy__Engines__EventStore"] = "BuiltIn",
        ["Advocacy__Engines__Jobs"] = "BuiltIn",
        ["Advocacy__Engines__Email"] = "BuiltIn",
        ["Advocacy__Engines__Sms"] = "BuiltIn",
        ["Advocacy__Sms__Twilio__AccountSid"] = "AC00000000000000000000000000000000",
        ["Advocacy__Sms__Twilio__AuthToken"] = "of-the-benchmark",
        ["Advocacy__Sms__Twilio__MessagingServiceSid"] = "MG00000000000000000000000000000000",
        ["Advocacy__Sms__Twilio__BaseUrl"] = "http://127.0.0.1:9",
    };

    public Desk Desk(Uri url) => new(url, CoordinatorToken, ApproverToken);

    /// <summary>The coordinator's browser; once per database.</summary>
    public Task<HttpClient> SignIn(Uri url, CancellationToken ct) => Visitor.SignIn(url, signInLink, ct);

    private async Task Give(string token, string role, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(empty + ";Pooling=false");
        await using var command = source.CreateCommand("""
            insert into advocacy.api_tokens (id, account_id, name, hash, created_at)
            select gen_random_uuid(), u."Id", 'bench', $1, now() from identity."AspNetUsers" u
            where not exists (select from advocacy.api_tokens t where t.account_id = u."Id")
            """);
        command.Parameters.Add(new() { Value = SHA256.HashData(Encoding.UTF8.GetBytes(token)) });
        if (await command.ExecuteNonQueryAsync(ct) != 1) throw new BenchException($"The {role} got no token.");
    }
}
