using System.Text.Json;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Lets the mail with the link leave, unless one has left just now.</summary>
public sealed class OfferMails(Offers offers, IJobScheduler jobs, TimeProvider clock)
{
    public async Task Send(Offer offer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await offers.MayMail(offer, ct))
            await jobs.Schedule(new Job(
                FormattableString.Invariant($"offer-mail/{offer.Number}/{now.ToUnixTimeSeconds()}"), CommandNames.MailOffer, JsonSerializer.Serialize(new MailOffer(offer.Number, now)), now), ct);
    }
}
