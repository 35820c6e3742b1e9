using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>
/// The hour of a reminder has come: has the step looked at. It does not look itself, for whatever changes the step at this moment sets this
/// very job anew, and must not be overtaken by what was true before.
/// </summary>
public sealed record RemindOfFollowUp(Guid FollowUpId) : ICommand
{
    public static string Key(Guid followUpId) => $"remind-of-follow-up/{followUpId}";

    public static Job Job(Guid followUpId, DateTimeOffset at) =>
        new(Key(followUpId), CommandNames.RemindOfFollowUp, JsonSerializer.Serialize(new RemindOfFollowUp(followUpId)), at);

    internal sealed class Handler(IJobScheduler jobs, TimeProvider clock) : IRequestHandler<RemindOfFollowUp, Answer>
    {
        public async Task<Answer> Handle(RemindOfFollowUp command, CancellationToken cancellationToken)
        {
            await jobs.Schedule(LookAtFollowUp.Job(command.FollowUpId, clock.GetUtcNow()), cancellationToken);
            return Answer.Done;
        }
    }
}
