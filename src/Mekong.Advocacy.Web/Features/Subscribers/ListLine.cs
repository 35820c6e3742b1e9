using System.Globalization;
using System.Net.Mail;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Subscribers;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>An address or number of a line, in the one form in which it is sealed and looked up.</summary>
public sealed record ListedContact(string Channel, string Address, string? Country);

/// <summary>One person of a list, read and understood.</summary>
public sealed record ListLine(
    int Line, string Name, Profile Profile, IReadOnlyList<ListedContact> Contacts, string ConsentWords, DateOnly ConsentOn);

/// <summary>A cell of a line that cannot be used, and why.</summary>
public sealed record LineFault(int Line, Refusal Refusal);

/// <summary>Reads the cells of one line. A faulty contact point is left out and named; a line without any, or without consent, is refused.</summary>
public static class ListLines
{
    public static readonly IReadOnlyList<string> Columns =
        ["name", "email", "phone", "language", "country", "organisation", "role", "topics", "consent_source", "consent_date"];

    public static (ListLine? Line, IReadOnlyList<LineFault> Faults) Read(int number, Func<string, string> cell, DateOnly today)
    {
        var faults = new List<LineFault>();
        void Fault(Refusal refusal, string? detail = null) => faults.Add(new(number, refusal with { Detail = detail }));
        var (language, country) = (Known(Language.All, cell("language")), Known(Country.All, cell("country")));
        if (language is null) Fault(SubscriberRefusals.UnknownLanguage, cell("language"));
        if (country is null) Fault(SubscriberRefusals.UnknownCountry, cell("country"));
        if (cell("consent_source").Length == 0) Fault(SubscriberRefusals.NeedsConsentSource);
        var agreed = DateOnly.TryParseExact(cell("consent_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        if (!agreed) Fault(SubscriberRefusals.BadConsentDate, cell("consent_date"));
        else if (on > today.AddDays(1)) Fault(SubscriberRefusals.ConsentInTheFuture, cell("consent_date"));
        if (faults.Count > 0) return (null, faults);

        var contacts = new List<ListedContact>();
        if (cell("email") is { Length: > 0 } email)
        {
            if (Email(email) is { } address) contacts.Add(new(Channel.Email, address, null));
            else Fault(SubscriberRefusals.BadEmail, email);
        }
        if (cell("phone") is { Length: > 0 } phone)
        {
            var reading = PhoneNumbers.Read(phone, country);
            if (reading.E164 is not null) contacts.Add(new(Channel.Sms, reading.E164, reading.Country));
            else Fault(reading.Reason == PhoneNumbers.NotMobile ? SubscriberRefusals.NotAMobile : SubscriberRefusals.BadPhone, phone);
        }
        if (contacts.Count == 0 && faults.Count == 0) Fault(SubscriberRefusals.NeedsContactPoint);
        if (contacts.Count == 0) return (null, faults);
        string[] topics = [.. cell("topics").Split([';', '|', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        var profile = new Profile(language!, country!, Label(cell("organisation")), topics) { Role = Label(cell("role")) };
        return (new ListLine(number, OneLine(cell("name")), profile, contacts, cell("consent_source"), on), faults);
    }

    private static string? Label(string cell) => OneLine(cell) is { Length: > 0 } label ? label : null;

    /// <summary>Names stand in header fields and in one line of a text.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string? Known(IReadOnlyList<string> known, string written) =>
        known.FirstOrDefault(code => code.Equals(written, StringComparison.OrdinalIgnoreCase))
        ?? (written.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? known.FirstOrDefault(code => code == "zh-Hans") : null);

    /// <summary>The whole address in lower case: no mail server in use tells capitals apart.</summary>
    internal static string? Email(string written) =>
        MailAddress.TryCreate(written, out var address) && address.Address == written && address.Host.Contains('.', StringComparison.Ordinal)
        && written.Length <= 254 && written.All(c => !char.IsWhiteSpace(c) && !char.IsControl(c)) && address.User.All(char.IsAscii)
            ? address.Address.ToLowerInvariant() : null;
}
