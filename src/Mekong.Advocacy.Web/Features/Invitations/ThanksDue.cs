using System.Globalization;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.SignOns;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>A signature for which somebody is to be thanked.</summary>
/// <param name="Mark">Its place in the sign-on's stream: each version that is signed is thanked for.</param>
public sealed record ThanksDueRow(long Position, Guid SignOnId, long Mark, DateTimeOffset At);

/// <summary>
/// What the ledger of mails takes in. Read behind the append and not a job of it: jobs are scheduled under one lock of the whole platform, and ten
/// thousand who sign in a minute would wait for one another there.
/// </summary>
internal sealed class ThanksDue : Projection<ThanksDueRow>
{
    public override string Table => "advocacy.thanks_due";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override bool Inline => false;

    public override string? KeyOf(Recorded happened) =>
        happened.Event is SignedOn { Signature.OfficerId: not null } ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override ThanksDueRow? Apply(ThanksDueRow? row, Recorded happened) =>
        new(happened.Position, Guid.Parse(happened.Stream[SignOnRows.Prefix.Length..]), happened.Version, happened.At);
}
