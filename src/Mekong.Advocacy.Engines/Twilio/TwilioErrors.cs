using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>
/// What Twilio's error numbers mean for a text, in an answer as in a status callback. Each number has its own page at
/// https://www.twilio.com/docs/api/errors/{number}. Twilio asks not to build much on them, so a number that is not here is
/// refused without anything held against the recipient.
/// </summary>
internal static class TwilioErrors
{
    private static readonly Dictionary<int, Fate> Fates = new()
    {
        [21610] = Fate.OptedOut, // the recipient has sent STOP

        [21211] = Fate.BadAddress, // invalid 'To' phone number
        [21217] = Fate.BadAddress, // phone number does not appear to be valid
        [21265] = Fate.BadAddress, // 'To' is a short code
        [21614] = Fate.BadAddress, // 'To' is not a mobile number
        [21635] = Fate.BadAddress, // 'To' is a landline
        [30005] = Fate.BadAddress, // unknown destination handset: the number is no longer in service
        [30006] = Fate.BadAddress, // landline or unreachable carrier

        [21215] = Fate.RouteClosed, // geographic permission missing (as for calls)
        [21408] = Fate.RouteClosed, // permission to send to this region is not enabled
        [21612] = Fate.RouteClosed, // this sender cannot reach this destination

        [10001] = Fate.OurFault, // account is not active
        [20003] = Fate.OurFault, // authentication failed
        [20005] = Fate.OurFault, // account not active, often for lack of funds
        [20404] = Fate.OurFault, // not found: the account in the path
        [21212] = Fate.OurFault, // invalid 'From'
        [21603] = Fate.OurFault, // 'From' is required
        [21606] = Fate.OurFault, // 'From' cannot send texts, or not there
        [21608] = Fate.OurFault, // trial account: 'To' is not verified
        [21609] = Fate.OurFault, // invalid status callback URL
        [21659] = Fate.OurFault, // 'From' is not a Twilio number, or a short code of another country
        [21660] = Fate.OurFault, // 'From' belongs to another account
        [21661] = Fate.OurFault, // 'From' is not able to send texts
        [21703] = Fate.OurFault, // the messaging service has no sender
        [30002] = Fate.OurFault, // account suspended after the text was queued
        [63038] = Fate.OurFault, // the account's messages of 24 hours are used up

        [20429] = Fate.Deferred, // too many requests; never processed
        [21611] = Fate.Deferred, // the sender's queue is full
        [30001] = Fate.Deferred, // queue overflow
        [63017] = Fate.Deferred, // account and subaccounts above 2,000 messages a second

        [14107] = Fate.Refused, // more than 30 between two numbers in quick succession: Twilio's guard against a loop
        [21617] = Fate.Refused, // body above 1,600 characters
        [30003] = Fate.Refused, // handset off or out of reach: may well work tomorrow, so not held against the number
        [30004] = Fate.Refused, // blocked by carrier or handset
        [30007] = Fate.Refused, // filtered by a carrier for its content
        [30008] = Fate.Refused, // unknown, from the carrier
        [30036] = Fate.Refused, // its validity ran out in the queue
        [30410] = Fate.Refused, // the carrier did not answer in time; not retried by Twilio against doubles
    };

    /// <summary>Null: the number is not in the table.</summary>
    public static Fate? FateOf(int code) => Fates.TryGetValue(code, out var fate) ? fate : null;
}
