using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator begins a new alert with everything an earlier one says.</summary>
[Allow(Role.Coordinator)]
public sealed record DuplicateAlert(Guid AlertId, Guid NewId, string Name) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<DuplicateAlert, Answer>
    {
        public async Task<Answer> Handle(DuplicateAlert command, CancellationToken cancellationToken)
        {
            var (earlier, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            if (earlier.Content is not { } content) return AlertRefusals.NoSuchAlert;
            return await decider.Decide(
                Alert.Fold, command.NewId, alert => alert.Draft(current.AccountId, content with { Name = command.Name }), cancellationToken);
        }
    }
}
