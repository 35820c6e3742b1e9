using System.Reflection;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>The log is kept for ever, so nobody's name or address may stand in it: people live in the vault, under an id.</summary>
public sealed partial class PersonalDataTests
{
    /// <summary>Names of things, each looked at and found to be no person's.</summary>
    private static readonly HashSet<string> Harmless =
    [
        $"{nameof(AlertContent)}.{nameof(AlertContent.Name)}",
        "OrganisationName.Name", "OrganisationProfile.Names", "Signature.Names", // organisations'
        "PackageMade.Addressee", "PackageMailRequested.Addressee", "ReplyReceived.Addressee", "StatementContent.Addressees", "TransmissionRecorded.Addressee", // offices
        "SignOnOffered.Signature", "SignedOn.Signature", // an act: ids and facts
        "AuthorityEntered.Names", "AuthorityRenamed.Names", "ForumPlanned.Names", "ForumRenamed.Names", // authorities' and forums'
        "StatementCommented.CommentId", "StatementContent.Name",
    ];

    private sealed record Telling(Guid PersonId, IReadOnlyDictionary<string, Inner> Parts);

    private sealed record Inner(string Note, string HomeAddress, string? FullName, string ContactEmail, string MobilePhone, string Channel);

    [Fact]
    public void No_event_has_a_property_for_a_persons_name_or_address()
    {
        var events = EventNames.Catalog().Names.Select(name => EventNames.Catalog().Resolve(name, () => []).Type);
        Assert.Empty(Suspicious(events).Except(Harmless));
    }

    [Fact]
    public void Recipients_and_actors_are_ids_in_the_metadata_too() =>
        Assert.Empty(Suspicious([typeof(EventMetadata)]));

    [Fact]
    public void A_telling_property_would_be_found_however_deep_it_lies() =>
        Assert.Equal(["Inner.ContactEmail", "Inner.FullName", "Inner.HomeAddress", "Inner.MobilePhone"], Suspicious([typeof(Telling)]).Order());

    [Fact]
    public void What_is_called_harmless_still_exists() =>
        Assert.Equal(Harmless.Order(), Suspicious(EventNames.Catalog().Names.Select(name => EventNames.Catalog().Resolve(name, () => []).Type)).Order());

    private static HashSet<string> Suspicious(IEnumerable<Type> events)
    {
        var (seen, found, waiting) = (new HashSet<Type>(), new HashSet<string>(), new Queue<Type>(events));
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type)) continue;
            foreach (var argument in type.GetGenericArguments()) waiting.Enqueue(argument);
            if (type.GetElementType() is { } element) waiting.Enqueue(element);
            if (type.Namespace?.StartsWith("Mekong.", StringComparison.Ordinal) != true) continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (Personal().IsMatch(property.Name)) found.Add($"{type.Name}.{property.Name}");
                waiting.Enqueue(property.PropertyType);
            }
        }
        return found;
    }

    [GeneratedRegex("Name|Mail|Phone|Mobile|Msisdn|Address|Street|Birth|Contact(?!PointId)|Recipient|Signature|Comment", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
