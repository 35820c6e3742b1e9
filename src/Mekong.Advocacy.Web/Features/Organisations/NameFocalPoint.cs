using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Who a focal point is, as typed.</summary>
public sealed record FocalPointDetails(string? Name, string? Capacity, string? Email, string? Phone, string? Language, Guid? AccountId = null);

/// <summary>An organisation names somebody who may act for it. Naming the same one again brings their details up to date.</summary>
[Allow(Role.Coordinator)]
public sealed record NameFocalPoint(Guid OrganisationId, Guid OfficerId, FocalPointDetails Details) : ICommand
{
    private const int Longest = 200;

    internal sealed class Handler(Decider decider, CurrentActor current, FocalPoints people, ITables tables, TimeProvider clock) : IRequestHandler<NameFocalPoint, Answer>
    {
        public async Task<Answer> Handle(NameFocalPoint command, CancellationToken cancellationToken)
        {
            var (organisation, _) = await decider.Load(Organisation.Fold, command.OrganisationId, cancellationToken);
            if (organisation.NameFocalPoint(current.Actor.AccountId, command.OfficerId).Refusal is { } refusal) return refusal;
            var (person, faults) = Read(command, organisation.Profile!.Country, clock.GetUtcNow());
            if (faults.Count > 0) return new Answer(faults);
            person = person with { AccountId = person.AccountId ?? (await people.Find(person.Id, cancellationToken))?.AccountId }; // new details are no new account
            if (await Clash(person, cancellationToken) is { } clash) return clash;
            if (!await people.Keep(person, cancellationToken)) return OrganisationRefusals.IdIsTaken; // first the person, then the fact that names them
            return await decider.Decide(
                Organisation.Fold, command.OrganisationId, state => state.NameFocalPoint(current.Actor.AccountId, command.OfficerId), cancellationToken);
        }

        private async Task<Refusal?> Clash(FocalPoint person, CancellationToken ct)
        {
            if (person.AccountId is { } account && (await tables.Query<int>("""select 1 from identity."AspNetUsers" where "Id" = @account""", new { account }, ct)).Count == 0)
                return FocalPointRefusals.NoSuchAccount;
            bool IsOther(FocalPoint other) => other.OrganisationId == person.OrganisationId && other.Id != person.Id;
            if (person.Email is not null && (await people.ByEmail(person.Email, ct)).Any(IsOther)) return FocalPointRefusals.AlreadyNamed;
            return person.Phone is not null && (await people.ByPhone(person.Phone, ct)).Any(IsOther) ? FocalPointRefusals.AlreadyNamed.At("phone") : null;
        }
    }

    private static (FocalPoint Person, IReadOnlyList<Refusal> Faults) Read(NameFocalPoint command, string country, DateTimeOffset now)
    {
        var (typed, faults) = (command.Details, new List<Refusal>());
        string Text(string? value, string field, Refusal missing)
        {
            var text = NameFolding.Tidy(value ?? "");
            if (text.Length == 0) faults.Add(missing);
            if (text.Length > Longest) faults.Add(FocalPointRefusals.TooLong.At(field, "200"));
            return text;
        }

        var (name, capacity) = (Text(typed.Name, "name", FocalPointRefusals.NeedsName), Text(typed.Capacity, "capacity", FocalPointRefusals.NeedsCapacity));
        var email = string.IsNullOrWhiteSpace(typed.Email) ? null : ListLines.Email(typed.Email.Trim());
        if (email is null && !string.IsNullOrWhiteSpace(typed.Email)) faults.Add(SubscriberRefusals.BadEmail with { Detail = typed.Email });
        var phone = string.IsNullOrWhiteSpace(typed.Phone) ? null : PhoneNumbers.Read(typed.Phone, country);
        if (phone is { E164: null }) faults.Add((phone.Reason == PhoneNumbers.NotMobile ? SubscriberRefusals.NotAMobile : SubscriberRefusals.BadPhone) with { Detail = typed.Phone });
        if (string.IsNullOrWhiteSpace(typed.Email + typed.Phone)) faults.Add(FocalPointRefusals.NeedsContact);
        if (!Language.IsKnown(typed.Language ?? "")) faults.Add(SubscriberRefusals.UnknownLanguage with { Detail = typed.Language });
        return (new(command.OfficerId, command.OrganisationId, name, email, phone?.E164, typed.Language ?? "", capacity, typed.AccountId, now, null), faults);
    }
}
