using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Features.Statements.Packages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Mails a package to its office and records the mail server's answer. A server that says "later" is asked again for a while; then it has failed.</summary>
public sealed record MailPackage(Guid StatementId, Guid TransmissionId) : ICommand
{
    /// <summary>Shorter than a job is tried, so that the last attempt is always recorded.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    internal sealed class Handler(Decider decider, StatementReads reads, AddresseeContacts contacts, PackageShelf shelf, Links links, StatementPost post, TimeProvider clock)
        : IRequestHandler<MailPackage, Answer>
    {
        public async Task<Answer> Handle(MailPackage command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            if (!statement.MailsUnderWay.TryGetValue(command.TransmissionId, out var asked)) return Answer.Done;
            var package = statement.Packages.First(made => made.PackageId == asked.PackageId);
            var handover = await HandOver(command.StatementId, statement, package, asked, cancellationToken);
            var isOver = handover.Fate is Fate.Accepted or Fate.Refused or Fate.BadAddress || clock.GetUtcNow() - asked.At >= Patience;
            if (!isOver) throw new StatementMailNotTakenException(handover.Reason);
            return await decider.Decide(Statement.Fold, command.StatementId, latest => latest.RecordTransmission(new TransmissionRecorded(
                asked.TransmissionId, asked.RequestedBy, asked.Addressee, TransmissionChannel.Email, package.PackageId, package.Hash, handover.Fate == Fate.Accepted,
                handover.Reply, null, clock.GetUtcNow())), cancellationToken);
        }

        private async Task<Handover> HandOver(Guid id, Statement statement, PackageMade package, PackageMailRequested asked, CancellationToken ct)
        {
            var to = statement.Content!.Addressees.First(office => office.Key == asked.Addressee);
            if (await contacts.Of(id, to.Key, ct) is not { } address || await shelf.ForMail(package.PackageId, ct) is not { } made || await reads.Row(id, ct) is not { } row)
                return new(Fate.BadAddress, "no-address", "The office has no address.");
            var mail = new StatementMail(
                to.Office, statement.Number, statement.For(to.Language)!.Text.Title, links.PackageUrl(made.Number), Hash: package.Hash, At: Languages.Hour(package.At, row.Zone!, to.Language))
            { Organisations = package.Organisations };
            IReadOnlyList<Attachment> files = made.Pdf is { } pdf ? [new(PackagePrint.Name, "application/pdf", pdf)] : [];
            return await post.HandOver(StatementMailKind.Handover, $"package.{asked.TransmissionId:N}", mail, to.Language, address, asked.At, files, ct);
        }
    }
}
