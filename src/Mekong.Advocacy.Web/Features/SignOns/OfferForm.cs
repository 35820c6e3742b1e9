using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Subscribers;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>What was typed into the form for an organisation, as typed.</summary>
public sealed record OrganisationOffer(
    IReadOnlyDictionary<string, string?> Names, string? Acronym, string? Country, string? Website, string? Officer, string? Capacity, string? Email, string? Phone, string Language)
{
    private const int Longest = 200;

    public OrganisationProfile ToProfile() => new(
        [.. Names.Where(name => !string.IsNullOrWhiteSpace(name.Value)).Select(name => new OrganisationName(name.Key, name.Value!))], Acronym, Country ?? "");

    /// <summary>The person, or what cannot be read of them, each at its field.</summary>
    public (Offerer? Person, IReadOnlyList<Refusal> Faults) Read()
    {
        var faults = new List<Refusal>();
        if (ToProfile().Tidy().Names.Count == 0) faults.Add(OfferRefusals.NeedsName);
        else faults.AddRange(ProfileRules.FaultsOf(ToProfile(), OrganisationKind.Outside).Select(fault => fault.Code == OrganisationRefusals.UnknownCountry.Code ? OfferRefusals.BadCountry : fault));
        if (!string.IsNullOrWhiteSpace(Website) && Websites.HostOf(Website) is null) faults.Add(OfferRefusals.BadWebsite);
        var (name, capacity) = (Text(Officer, "officer", OfferRefusals.NeedsPerson, faults), Text(Capacity, "capacity", FocalPointRefusals.NeedsCapacity, faults));
        var email = Address(Email, "email", faults);
        var phone = Number(Phone, Country, faults);
        if (email is not null && phone is null && string.IsNullOrWhiteSpace(Phone) && Websites.Shared(Website, email) is null) faults.Add(OfferRefusals.NeedsPhone);
        return faults.Count > 0 ? (null, faults) : (new(name, capacity, email!, phone, Country!.Trim().ToUpperInvariant(), Language, Websites.HostOf(Website)), faults);
    }

    internal static string Text(string? value, string field, Refusal missing, List<Refusal> faults)
    {
        var text = NameFolding.Tidy(value ?? "");
        if (text.Length == 0) faults.Add(missing.At(field));
        if (text.Length > Longest) faults.Add(OfferRefusals.TooLong.At(field, Longest.ToString(CultureInfo.InvariantCulture)));
        return text;
    }

    internal static string? Address(string? typed, string field, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) faults.Add(OfferRefusals.NeedsEmail.At(field));
        else if (ListLines.Email(typed.Trim()) is { } email) return email;
        else faults.Add(Domain.Subscribers.SubscriberRefusals.BadEmail.At(field, typed));
        return null;
    }

    /// <summary>A landline will do: somebody calls it.</summary>
    private static string? Number(string? typed, string? country, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var read = PhoneNumbers.Read(typed, country);
        if (read.E164 is { } number) return number;
        if (read.Reason != PhoneNumbers.NotANumber && typed.Length <= 30) return typed.Trim();
        faults.Add(Domain.Subscribers.SubscriberRefusals.BadPhone.At("phone", typed));
        return null;
    }
}

/// <summary>What was typed into the form for a person.</summary>
public sealed record IndividualOffer(string? Name, string? Country, string? Email, string Language)
{
    public (Offerer? Person, IReadOnlyList<Refusal> Faults) Read()
    {
        var faults = new List<Refusal>();
        var name = OrganisationOffer.Text(Name, "person", OfferRefusals.NeedsPerson, faults);
        var email = OrganisationOffer.Address(Email, "ownEmail", faults);
        if (Country?.Length != 2 || !Country.All(char.IsAsciiLetterUpper)) faults.Add(OfferRefusals.BadCountry.At("ownCountry"));
        return faults.Count > 0 ? (null, faults) : (new(name, null, email!, null, Country!, Language), faults);
    }
}
