using System.CommandLine;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Accounts, and tokens for the API.</summary>
internal static class AccountVerbs
{
    public static Command Account()
    {
        var email = new Option<string>("--email") { Description = "whose account", Required = true };
        var role = new Option<string>("--role") { Description = "what they may do", Required = true };
        role.AcceptOnlyFromAmong([.. Role.All]);
        var create = new Command("create", "Make an account, or add a role to one, and print a one-time sign-in link.") { email, role };
        create.SetAction((parsed, ct) => CommandLine.Run(async services =>
        {
            var desk = services.GetRequiredService<AccountDesk>();
            var account = await desk.Ensure(parsed.GetValue(email)!, parsed.GetValue(role)!);
            await Console.Out.WriteLineAsync((await desk.OneTimeLink(account)).AbsoluteUri);
            return 0;
        }, ct));
        return new Command("account", "Accounts of the workspace.") { create };
    }

    public static Command Token()
    {
        var account = new Option<string>("--account") { Description = "the account's e-mail address", Required = true };
        var name = new Option<string>("--name") { Description = "what the token is for", Required = true };
        var create = new Command("create", "Make an API token with the account's roles. It is printed once.") { account, name };
        create.SetAction((parsed, ct) => CommandLine.Run(async services =>
        {
            var email = parsed.GetValue(account)!;
            var owner = await services.GetRequiredService<AccountDesk>().Find(email) ?? throw new StartupException($"There is no account {email}.");
            await Console.Out.WriteLineAsync(await services.GetRequiredService<ApiTokens>().Create(owner.Id, parsed.GetValue(name)!, ct));
            return 0;
        }, ct));
        return new Command("token", "Tokens for the API.") { create };
    }
}
