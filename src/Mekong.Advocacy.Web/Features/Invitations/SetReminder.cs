using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Gives an open statement the job that reminds the silent, or moves it to the hour that follows from the deadline. Safe to run twice.</summary>
public sealed record SetReminder(Guid StatementId) : ICommand
{
    public static readonly TimeSpan BeforeClosing = TimeSpan.FromHours(72);

    internal sealed class Handler(Decider decider, IJobScheduler jobs) : IRequestHandler<SetReminder, Answer>
    {
        public async Task<Answer> Handle(SetReminder command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            if (statement.Stage is not (StatementStage.Open or StatementStage.Suspended)) return Answer.Done;
            await jobs.Schedule(new Job(
                $"remind-members/{command.StatementId}", CommandNames.RemindMembers, JsonSerializer.Serialize(new RemindMembers(command.StatementId)), DueAt(statement.Window!)), cancellationToken);
            return Answer.Done;
        }
    }

    /// <summary>Of a short window not before its middle: nobody is reminded of what they have hardly read.</summary>
    public static DateTimeOffset DueAt(SignOnWindow window)
    {
        var (usual, middle) = (window.ClosesAt - BeforeClosing, window.OpensAt + ((window.ClosesAt - window.OpensAt) / 2));
        return usual > middle ? usual : middle;
    }
}
