using System.Net.Mail;
using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements.Packages;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>One click: for each office its own copy of the list as it stands at this instant. What is held must be settled first.</summary>
[Allow(Role.Coordinator)]
public sealed record MakePackages(Guid StatementId) : ICommand
{
    internal sealed class Handler(
        Decider decider, StatementReads reads, PackageMaker maker, PackageShelf shelf, IPagePrinter printer, AdvocacySettings settings, ITables tables, CurrentActor current, TimeProvider clock) : IRequestHandler<MakePackages, Answer>
    {
        public async Task<Answer> Handle(MakePackages command, CancellationToken cancellationToken)
        {
            var (id, now) = (command.StatementId, clock.GetUtcNow());
            if (await reads.Row(id, cancellationToken) is not { } row) return StatementRefusals.NoSuchStatement;
            if (row.ClosedAt is null) return StatementRefusals.NotClosed;
            var held = await tables.Query<int>("select 1 from advocacy.sign_ons where statement_id = @id and stage = 'Held' limit 1", new { id }, cancellationToken);
            if (held.Count > 0) return SignOnRefusals.HoldsAreOpen;
            var (statement, _) = await decider.Load(Statement.Fold, id, cancellationToken);
            foreach (var addressee in statement.Content!.Addressees)
            {
                var package = await maker.For(id, statement, row, addressee, now, cancellationToken);
                var letter = new CoverLetter(statement, row, addressee, package.Counts.Organisations, new MailAddress(settings.Email.From).DisplayName, now);
                var beside = letter.File();
                if (await printer.Print(PackagePrint.Of(package, letter.Body), cancellationToken) is { } pdf) beside[PackagePrint.Name] = pdf;
                var written = PackageWriter.Write(package, beside);
                var (register, counts) = (written.Package.Register, written.Package.Counts);
                var made = new PackageMade(
                    Guid.CreateVersion7(now), current.AccountId, addressee.Key, written.Hash.ToString(), now,
                    new RegisterMark(register.Size, register.Root, register.Head), counts.Organisations, counts.Individuals);
                await shelf.Keep(id, made, written.Zip, cancellationToken);
                if (await decider.Decide(Statement.Fold, id, latest => latest.MakePackage(made), cancellationToken) is { Refused: true } refused) return refused;
            }
            return Answer.Done;
        }
    }
}
