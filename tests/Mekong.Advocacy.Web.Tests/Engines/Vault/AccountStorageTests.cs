using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Vault;

/// <summary>Accounts in the database, with the registrations of the product.</summary>
public sealed class AccountStorageTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private string database = "";
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabase();
        await EngineServices.Migrate(database, [typeof(EngineServices).Assembly], TestContext.Current.CancellationToken);
        var settings = new AdvocacySettings { DataDirectory = folder.Path };
        var collection = new ServiceCollection().AddLogging().AddSingleton(settings).AddVault(settings.KeyFile);
        AccountServices.Add(collection, settings, database);
        services = collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_address_stands_nowhere_in_the_database_and_is_found_all_the_same()
    {
        await With(async accounts =>
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = "Sokha.Chan@example.org", Email = "Sokha.Chan@example.org", PhoneNumber = "+85512345678" };
            Assert.True((await accounts.CreateAsync(account, "a long enough password")).Succeeded);
            Assert.True((await accounts.AddToRoleAsync(account, "coordinator")).Succeeded);
        });
        var dump = await Dump();
        Assert.Contains("COORDINATOR", dump, StringComparison.Ordinal); // the dump sees what there is to see
        foreach (var trace in new[] { "sokha", "chan", "example.org", "85512345678" }) Assert.DoesNotContain(trace, dump, StringComparison.OrdinalIgnoreCase);
        await With(async accounts =>
        {
            var found = await accounts.FindByEmailAsync("sokha.chan@EXAMPLE.org");
            Assert.Equal(("Sokha.Chan@example.org", "+85512345678"), (found!.Email, found.PhoneNumber));
            Assert.Equal(found.Id, (await accounts.FindByNameAsync("SOKHA.CHAN@example.org"))!.Id);
            Assert.Null(await accounts.FindByEmailAsync("sokha.chan@example.com"));
        });
    }

    [Fact]
    public async Task One_address_has_one_account_however_it_is_written()
    {
        await With(async accounts => Assert.True((await accounts.CreateAsync(New("dara@example.org"))).Succeeded));
        await With(async accounts => Assert.Equal(
            ["DuplicateUserName", "DuplicateEmail"], (await accounts.CreateAsync(New("DARA@Example.ORG"))).Errors.Select(error => error.Code)));
    }

    [Fact]
    public async Task Two_who_make_the_same_account_at_once_make_one()
    {
        await Task.WhenAll(new[] { "thida@example.org", "Thida@example.org", "THIDA@example.org", "thida@EXAMPLE.org" }
            .Select(email => Task.Run(async () => await Record.ExceptionAsync(() => With(accounts => accounts.CreateAsync(New(email)))))));
        await using var source = NpgsqlDataSource.Create(database);
        Assert.Equal(1L, await source.CreateCommand("select count(*) from identity.\"AspNetUsers\"").ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static Account New(string email) => new() { Id = Guid.CreateVersion7(), UserName = email, Email = email };

    /// <summary>Each use as a request of its own, so that nothing is answered from memory.</summary>
    private async Task With(Func<UserManager<Account>, Task> use)
    {
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    }

    /// <summary>Every row of every table of the schema as text; sealed values also decoded, in case they were only wrapped.</summary>
    private async Task<string> Dump()
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select string_agg(query_to_xml(format('select * from identity.%I', table_name), false, false, '')::text, E'\n')
              || (select string_agg(encode(decode(c, 'base64'), 'escape'), E'\n') from identity."AspNetUsers", unnest(array["Email", "UserName", "PhoneNumber"]) c)
            from information_schema.tables where table_schema = 'identity'
            """);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
