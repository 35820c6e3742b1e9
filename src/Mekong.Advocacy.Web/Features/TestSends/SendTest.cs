using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>A coordinator sends the messages to named colleagues, who see them as readers would.</summary>
/// <param name="TestId">Made by the form, so that pressing twice asks once.</param>
/// <param name="Reviewers">Account ids.</param>
[Allow(Role.Coordinator)]
public sealed record SendTest(
    Guid AlertId, Guid TestId, IReadOnlyList<Guid> Reviewers, IReadOnlyList<string> Languages, IReadOnlyList<string> Channels) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<SendTest, Answer>
    {
        public Task<Answer> Handle(SendTest command, CancellationToken cancellationToken) => decider.Decide(Alert.Fold, command.AlertId,
            alert => alert.RequestTest(new AlertTestRequested(
                command.TestId,
                current.AccountId,
                [.. command.Reviewers.Distinct()],
                [.. Language.All.Intersect(command.Languages)],
                [.. Channel.All.Intersect(command.Channels)])),
            cancellationToken);
    }
}
