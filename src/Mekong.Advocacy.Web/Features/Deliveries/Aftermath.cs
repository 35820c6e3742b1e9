using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// What an answer asks for besides the row's own note: a dead address is suppressed, a refusal of us stops the campaign, a closed route
/// ends its country, silence slows the channel.
/// </summary>
internal sealed class Aftermath(IServiceScopeFactory scopes, ITables tables, Standings standings, TimeProvider clock)
{
    public async Task<Note> Of(Claimed row, Handover answer, Pace pace)
    {
        if (answer.Fate == Fate.Unreachable) pace.Silence();
        else pace.Answered();
        await Follow(row.ContactPointId, row.PersonId, row.AlertId, answer.Fate, answer.Reason, answer.Reply);
        if (answer.Fate == Fate.RouteClosed) await CloseRoute(row, answer);
        return Verdict.On(row, answer, clock.GetUtcNow(), Random.Shared.NextDouble());
    }

    /// <summary>Also for what a provider reports later.</summary>
    public Task Follow(Guid contactPointId, Guid personId, Guid alertId, Fate fate, string reason, string reply) => fate switch
    {
        Fate.BadAddress => Send(new SuppressContactPoint(personId, contactPointId, reason)),
        Fate.OptedOut => Send(new WithdrawConsent(personId, contactPointId, "carrier")),
        Fate.OurFault => Send(new StopForOurFault(alertId, $"{reason}: {reply}")),
        _ => Task.CompletedTask,
    };

    private async Task Send(ICommand command)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomePlatform();
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, CancellationToken.None);
        if (answer.Refusals.Contains(Busy.JustNow)) throw new StreamHasMovedException(command.GetType().Name);
    }

    private async Task CloseRoute(Claimed row, Handover answer)
    {
        await tables.Execute("""
            update advocacy.deliveries set state = 'failed', reason = @reason, settled_at = @now, due_at = null
            where alert_id = @alertId and channel = @channel and country = @country and state = 'queued' and id <> @id
            """, new { row.AlertId, row.Channel, row.Country, row.Id, reason = answer.Reason, now = clock.GetUtcNow() }, CancellationToken.None);
        standings.Doubt();
    }
}
