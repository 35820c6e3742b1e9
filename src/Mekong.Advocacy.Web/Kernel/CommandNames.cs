using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.TestSends;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>The stored names of the commands that jobs carry.</summary>
internal static class CommandNames
{
    public const string BeginSending = "begin-sending", SendTestMessage = "send-test-message", TellAccounts = "tell-accounts", MailNotice = "mail-notice";

    public static ICommand Read(string name, string arguments) => name switch
    {
        BeginSending => JsonSerializer.Deserialize<BeginSending>(arguments)!,
        SendTestMessage => JsonSerializer.Deserialize<SendTestMessage>(arguments)!,
        TellAccounts => JsonSerializer.Deserialize<TellAccounts>(arguments)!,
        MailNotice => JsonSerializer.Deserialize<MailNotice>(arguments)!,
        _ => throw new InvalidOperationException($"No command is named {name}."),
    };
}

/// <summary>Runs a job: its command is sent by the platform itself. A refusal is an answer, not a failure to retry.</summary>
internal sealed partial class CommandJobs(IServiceScopeFactory scopes, ILogger<CommandJobs> logger) : IJobRunner
{
    public async Task Run(string command, string arguments, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(CommandNames.Read(command, arguments), ct);
        foreach (var refusal in answer.Refusals) logger.LogWarning("The job {Command} was refused: {Code}", command, refusal.Code);
    }
}
