using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Briefs;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Features.TestSends;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>The stored names of the commands that jobs carry.</summary>
internal static class CommandNames
{
    public const string BeginSending = "begin-sending", TellAccounts = "tell-accounts", MailNotice = "mail-notice", SendTestMessage = "send-test-message";

    public const string OpenStatement = "open-statement", CloseStatement = "close-statement", MailPackage = "mail-package";

    public const string MailOffer = "mail-offer", VerifyOffers = "verify-offers", SettleWave = "settle-wave";

    public const string InviteMembers = "invite-members", MailInvitations = "mail-invitations", MailInvitation = "mail-invitation";

    public const string SetReminder = "set-reminder", RemindMembers = "remind-members", TellEndorsers = "tell-endorsers", MailEndorser = "mail-endorser";

    public const string MoveFollowUps = "move-follow-ups", LookAtFollowUp = "look-at-follow-up", RemindOfFollowUp = "remind-of-follow-up";

    public const string SendFollowUpNotice = "send-follow-up-notice", EnterDigests = "enter-digests";

    public const string FollowForum = "follow-forum", LetFallDue = "let-fall-due";

    public const string MailBrief = "mail-brief";

    public static ICommand Read(string name, string arguments) => name switch
    {
        BeginSending => JsonSerializer.Deserialize<BeginSending>(arguments)!,
        TellAccounts => JsonSerializer.Deserialize<TellAccounts>(arguments)!,
        MailNotice => JsonSerializer.Deserialize<MailNotice>(arguments)!,
        SendTestMessage => JsonSerializer.Deserialize<SendTestMessage>(arguments)!,
        OpenStatement => JsonSerializer.Deserialize<OpenStatement>(arguments)!,
        CloseStatement => JsonSerializer.Deserialize<CloseStatement>(arguments)!,
        MailPackage => JsonSerializer.Deserialize<MailPackage>(arguments)!,
        MailOffer => JsonSerializer.Deserialize<MailOffer>(arguments)!,
        VerifyOffers => JsonSerializer.Deserialize<VerifyOffers>(arguments)!,
        SettleWave => JsonSerializer.Deserialize<SettleWaveNow>(arguments)!,
        InviteMembers => JsonSerializer.Deserialize<InviteMembers>(arguments)!,
        MailInvitations => JsonSerializer.Deserialize<MailInvitations>(arguments)!,
        MailInvitation => JsonSerializer.Deserialize<MailInvitation>(arguments)!,
        SetReminder => JsonSerializer.Deserialize<SetReminder>(arguments)!,
        RemindMembers => JsonSerializer.Deserialize<RemindMembers>(arguments)!,
        TellEndorsers => JsonSerializer.Deserialize<TellEndorsers>(arguments)!,
        MailEndorser => JsonSerializer.Deserialize<MailEndorser>(arguments)!,
        MoveFollowUps => JsonSerializer.Deserialize<MoveFollowUps>(arguments)!,
        LookAtFollowUp => JsonSerializer.Deserialize<LookAtFollowUp>(arguments)!,
        RemindOfFollowUp => JsonSerializer.Deserialize<RemindOfFollowUp>(arguments)!,
        SendFollowUpNotice => JsonSerializer.Deserialize<SendFollowUpNotice>(arguments)!,
        EnterDigests => JsonSerializer.Deserialize<EnterDigests>(arguments)!,
        FollowForum => JsonSerializer.Deserialize<FollowForum>(arguments)!,
        LetFallDue => JsonSerializer.Deserialize<LetFallDue>(arguments)!,
        MailBrief => JsonSerializer.Deserialize<MailBrief>(arguments)!,
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
