using System.Net.Mail;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Has the office's newest package mailed to it. What the mail server says is recorded as the transmission of this id.</summary>
/// <param name="Contact">From now on the office's address; null: the one that is known.</param>
[Allow(Role.Coordinator)]
public sealed record RequestPackageMail(Guid StatementId, Guid TransmissionId, string Addressee, string? Contact) : ICommand
{
    internal sealed class Handler(Decider decider, AddresseeContacts contacts, CurrentActor current, TimeProvider clock) : IRequestHandler<RequestPackageMail, Answer>
    {
        public async Task<Answer> Handle(RequestPackageMail command, CancellationToken cancellationToken)
        {
            var (id, office) = (command.StatementId, command.Addressee);
            var contact = command.Contact ?? await contacts.Of(id, office, cancellationToken);
            if (!MailAddress.TryCreate(contact, out _)) return StatementRefusals.NoMailAddress;
            var (statement, _) = await decider.Load(Statement.Fold, id, cancellationToken);
            if (statement.Content?.Addressees.Any(to => to.Key == office) == true) await contacts.Keep(id, office, contact, cancellationToken);
            return await decider.Decide(Statement.Fold, id, latest => Request(latest, command), cancellationToken);
        }

        private Decision<StatementEvent> Request(Statement statement, RequestPackageMail command) => statement.RequestMail(new PackageMailRequested(
            command.TransmissionId, current.AccountId, command.Addressee,
            statement.Packages.FindLast(made => made.Addressee == command.Addressee)?.PackageId ?? Guid.Empty, clock.GetUtcNow()));
    }
}
