using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>Twilio's words for the state of a message (message_enum_status of twilio/twilio-oai).</summary>
internal static class TwilioStatus
{
    /// <summary>Null for a text that came in. A word that Twilio adds later gets the lowest rank, so it moves nothing.</summary>
    public static SmsStatus? Of(string? word) => word switch
    {
        "receiving" or "received" => null,
        "scheduled" => SmsStatus.Scheduled,
        "queued" => SmsStatus.Queued,
        "sending" => SmsStatus.Sending,
        "sent" => SmsStatus.Sent,
        "undelivered" => SmsStatus.Undelivered,
        "failed" => SmsStatus.Failed,
        "canceled" => SmsStatus.Canceled,
        "delivered" => SmsStatus.Delivered,
        "read" => SmsStatus.Read,
        _ => SmsStatus.Accepted,
    };
}
