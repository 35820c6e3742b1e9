using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A whole wave is found false, or found good, in one act with one reason; a job does it, and goes on after a crash.</summary>
/// <param name="Admit">Good: who has confirmed counts from then on, who has not gets the link. Otherwise: refused, or taken off the list.</param>
[Allow(Role.Coordinator)]
public sealed record SettleWave(Wave Wave, bool Admit, Guid BatchId, string Reason) : ICommand
{
    internal sealed class Handler(CurrentActor current, IJobScheduler jobs, TimeProvider clock) : IRequestHandler<SettleWave, Answer>
    {
        public async Task<Answer> Handle(SettleWave command, CancellationToken cancellationToken)
        {
            if (command.Wave.IsEverything) return WaveRefusals.NeedsMark;
            if (string.IsNullOrWhiteSpace(command.Reason)) return SignOnRefusals.NeedsReason;
            var now = clock.GetUtcNow();
            // Who comes after the preview is not settled with it.
            var wave = command.Wave with { Until = command.Wave.Until < now ? command.Wave.Until : now };
            var work = new SettleWaveNow(wave, command.Admit, command.BatchId, command.Reason.Trim(), current.AccountId);
            await jobs.Schedule(new Job($"settle-wave/{command.BatchId}", CommandNames.SettleWave, JsonSerializer.Serialize(work), now), cancellationToken);
            return Answer.Done;
        }
    }
}

/// <summary>The job: a few hundred sign-ons in each transaction. Run twice it finds nothing left.</summary>
public sealed record SettleWaveNow(Wave Wave, bool Admit, Guid BatchId, string Reason, Guid By) : ICommand
{
    private const int AtOnce = 200;

    internal sealed class Handler(Decider decider, Waves waves, Offers offers, OfferMails mails, TimeProvider clock) : IRequestHandler<SettleWaveNow, Answer>
    {
        public async Task<Answer> Handle(SettleWaveNow command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.Wave.StatementId, cancellationToken);
            foreach (var some in (await waves.SignOns(command.Wave, counted: !command.Admit, cancellationToken)).Chunk(AtOnce))
            {
                var confirmed = command.Admit ? await Admit(some, cancellationToken) : new HashSet<Guid>();
                await decider.DecideAll(SignOn.Fold, [.. some.Select(id => (id, (Func<SignOn, Decision<SignOnEvent>>)(signOn =>
                    command.Admit ? Count(signOn, statement, confirmed.Contains(id)) : Remove(signOn, command))))], trial: false, cancellationToken);
            }
            return Answer.Done;
        }

        private async Task<HashSet<Guid>> Admit(IReadOnlyList<Guid> signOns, CancellationToken ct)
        {
            var admitted = await offers.Admit(signOns, ct);
            foreach (var offer in admitted.Where(offer => offer is { ConfirmedAt: null, OrganisationId: null })) await mails.Send(offer, ct);
            return admitted.Where(offer => offer is { ConfirmedAt: not null, OrganisationId: null }).Select(offer => offer.SignOnId).ToHashSet();
        }

        private Decision<SignOnEvent> Count(SignOn signOn, Statement statement, bool confirmed) =>
            confirmed && signOn is { Stage: SignOnStage.Pending, Last: { } offered } && statement.WhyNotSign(offered.Text, clock.GetUtcNow()) is null
                ? signOn.Verify(clock.GetUtcNow()) : Decision<SignOnEvent>.Nothing;

        private Decision<SignOnEvent> Remove(SignOn signOn, SettleWaveNow command) => signOn.Stage switch
        {
            SignOnStage.Pending => signOn.RefuseOffer(command.By, command.Reason),
            SignOnStage.Live or SignOnStage.Held => signOn.Invalidate(command.By, command.BatchId, command.Reason, clock.GetUtcNow()),
            _ => Decision<SignOnEvent>.Nothing,
        };
    }
}
