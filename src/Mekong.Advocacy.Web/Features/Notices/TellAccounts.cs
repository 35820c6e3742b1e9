using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Notices;

/// <summary>Finds the accounts that an event concerns and gives each a job of its own, so that one bad address holds up nobody.</summary>
/// <param name="Version">The event's place in the alert's stream.</param>
public sealed record TellAccounts(string Kind, Guid AlertId, long Version) : ICommand
{
    internal sealed class Handler(Decider decider, UserManager<Account> accounts, IJobScheduler jobs, AdvocacySettings settings, TimeProvider clock)
        : IRequestHandler<TellAccounts, Answer>
    {
        public async Task<Answer> Handle(TellAccounts command, CancellationToken cancellationToken)
        {
            if (!settings.Email.Notices) return Answer.Done;
            var (alert, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            foreach (var account in await Concerned(command.Kind, alert))
            {
                var mail = new MailNotice(command.Kind, command.AlertId, command.Version, account);
                await jobs.Schedule(new Job(
                    $"notice/{command.Kind}/{command.AlertId}/{command.Version}/{account}", CommandNames.MailNotice, JsonSerializer.Serialize(mail), clock.GetUtcNow()), cancellationToken);
            }
            return Answer.Done;
        }

        private async Task<IReadOnlyList<Guid>> Concerned(string kind, Alert alert) => kind switch
        {
            NoticeKind.EmergencyRelease => await In(Role.Admin),
            NoticeKind.SentBack => [.. alert.Authors.Order()],
            NoticeKind.PausedByPlatform => await In(Role.Coordinator),
            NoticeKind.ApprovalRequested => [.. (await In(Role.Approver)).Except(alert.Authors)],
            _ => throw new InvalidOperationException($"Nobody is concerned by {kind}."),
        };

        private async Task<IReadOnlyList<Guid>> In(string role) => [.. (await accounts.GetUsersInRoleAsync(role)).Select(account => account.Id).Order()];
    }
}
