using Hangfire.Common;
using Hangfire.States;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>This Hangfire job is to run again at a date.</summary>
internal sealed class Postponed(string reason, DateTimeOffset until) : Exception(reason)
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>The listed job has failed for good; the message is what the list says of it.</summary>
internal sealed class FailedForGood(string error) : Exception(error);

/// <summary>Hangfire's part in a retry: the same job goes back among the scheduled ones, at the date that our plan names.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostponesAttribute : JobFilterAttribute, IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState { Exception: Postponed postponed })
            context.CandidateState = new ScheduledState(postponed.Until.UtcDateTime) { Reason = postponed.Message };
    }
}
