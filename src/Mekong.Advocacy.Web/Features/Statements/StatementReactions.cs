using System.Text.Json;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>
/// A frozen statement opens at its hour, if it is approved by then; an approval that comes later opens it at once. An open one closes at its
/// hour; another hour moves the same job.
/// </summary>
internal sealed class StatementReactions : IReaction
{
    /// <summary>A sign-on that was in time by the server's clock is on disk by then.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        StatementTextFrozen e => [Open(happened, "at-its-hour", e.OpensAt)],
        StatementTextApproved e => [Open(happened, e.Language, happened.At)],
        StatementOpened e => [Close(happened, e.ClosesAt)],
        StatementDeadlineMoved e => [Close(happened, e.ClosesAt)],
        PackageMailRequested e => [new(
            $"mail-package/{e.TransmissionId}", CommandNames.MailPackage, JsonSerializer.Serialize(new MailPackage(Id(happened), e.TransmissionId)), happened.At)],
        _ => [],
    };

    private static Job Open(Recorded happened, string why, DateTimeOffset at) =>
        new($"open-statement/{Id(happened)}/{why}", CommandNames.OpenStatement, JsonSerializer.Serialize(new OpenStatement(Id(happened))), at);

    private static Job Close(Recorded happened, DateTimeOffset at) =>
        new($"close-statement/{Id(happened)}", CommandNames.CloseStatement, JsonSerializer.Serialize(new CloseStatement(Id(happened))), at + Settling);

    private static Guid Id(Recorded happened) => Guid.Parse(happened.Stream[StatementRows.Prefix.Length..]);
}
