using System.Diagnostics;
using MediatR;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Drills.Ground;

/// <summary>An installation with its list entered and nobody written to yet; each drill gets a copy of it.</summary>
internal sealed record Seed(string Folder, int Mails, int Texts, string CoordinatorToken, string ApproverToken)
{
    public static async Task<Seed> Make(string folder, int mails, int texts, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        await using var database = await PostgresToBreak.Start(folder, ct);
        await using var platform = await InProcess.Open(ProcessRole.Verb, Settings.Of(folder, database.ConnectionString, mailPort: 1, new Uri("http://127.0.0.1:1")), null, ct);
        await using var scope = platform.App.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportSubscribers(People.List(mails, texts), DryRun: false), ct);
        if (report.Imported != mails + texts) throw new InvalidOperationException($"The list was not entered: {report.Imported} of {mails + texts}.");
        var (desk, tokens) = (scope.ServiceProvider.GetRequiredService<AccountDesk>(), scope.ServiceProvider.GetRequiredService<ApiTokens>());
        async Task<string> Token(string role) => await tokens.Create((await desk.Ensure($"{role}@office.example", role)).Id, "drill", ct);
        var seed = new Seed(folder, mails, texts, await Token(Role.Coordinator), await Token(Role.Approver));
        await database.Ask<int>("vacuum analyze; select 1", ct);
        await Console.Error.WriteLineAsync($"Entered {mails + texts} people in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
        return seed;
    }

    public async Task Copy(string to, CancellationToken ct)
    {
        using var copy = Process.Start("cp", ["-a", "--reflink=auto", Folder, to]);
        await copy.WaitForExitAsync(ct);
        if (copy.ExitCode != 0) throw new IOException($"{Folder} could not be copied.");
    }
}
