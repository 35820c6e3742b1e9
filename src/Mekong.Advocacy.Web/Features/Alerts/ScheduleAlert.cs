using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Forecast;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator sets the hour of an approved alert: "now", or a local time in a named zone.</summary>
/// <param name="At">"now" or ISO 8601 without offset, e.g. 2026-12-01T08:00.</param>
/// <param name="Zone">IANA name, e.g. Asia/Phnom_Penh; needed unless At is "now".</param>
[Allow(Role.Coordinator)]
public sealed record ScheduleAlert(Guid AlertId, string At, string? Zone) : ICommand
{
    internal sealed class Handler(Decider decider, AlertForecast forecast, TimeProvider clock) : IRequestHandler<ScheduleAlert, Answer>
    {
        public async Task<Answer> Handle(ScheduleAlert command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (hour, refusal) = LocalHour.Parse(command.At, command.Zone, now);
            if (refusal is not null) return refusal;
            var (read, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            var texts = await CostOf(command.AlertId, read.Content, cancellationToken);
            return await decider.Decide(Alert.Fold, command.AlertId, alert => alert.Content?.Hash != read.Content?.Hash
                ? AlertRefusals.ContentHasMoved : alert.Schedule(hour!.At, hour.Zone, now, texts), cancellationToken);
        }

        /// <summary>Asked at any stage: an approval may arrive while we count, and the cap must hold then too.</summary>
        private async Task<SmsCost?> CostOf(Guid id, AlertContent? content, CancellationToken ct) =>
            content?.Audience.Channels.Contains(Channel.Sms) == true ? (await forecast.Of(id, content, ct)).Cost : null;
    }
}
