using System.Net.Mail;
using System.Runtime.CompilerServices;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What the mails of one alert in one language have in common besides their texts.</summary>
internal sealed class Letterhead(AdvocacySettings settings, Guid alertId, string language)
{
    private readonly KeyValuePair<string, string>[] headers = ListHeaders.Of(settings, settings.PublicUrl, alertId, language, "alert");

    /// <summary>What follows a row's number in its mail's names.</summary>
    public string Campaign { get; } = $".{alertId:N}";

    public KeyValuePair<string, string>[] HeadersFor(string optOutUrl)
    {
        var own = (KeyValuePair<string, string>[])headers.Clone();
        own[Array.FindIndex(own, header => header.Key == ListHeaders.Unsubscribe)] = new(ListHeaders.Unsubscribe, $"<{optOutUrl}>");
        return own;
    }
}

/// <summary>Letterheads by the message they belong to, for as long as it is in use.</summary>
internal sealed class Letterheads(AdvocacySettings settings)
{
    private readonly ConditionalWeakTable<AlertMessage, Letterhead> known = [];
    private readonly MailAddress sender = new(settings.Email.From);

    public Mailbox From => field ??= new Mailbox(sender.Address, sender.DisplayName);

    public string AtHost => field ??= $"@{sender.Host}";

    public Letterhead Of(AlertMessage message, Guid alertId) =>
        known.TryGetValue(message, out var found) ? found : known.GetValue(message, _ => new Letterhead(settings, alertId, message.Language));
}
