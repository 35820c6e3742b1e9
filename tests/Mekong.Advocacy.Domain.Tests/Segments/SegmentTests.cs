using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Segments.SegmentRefusals;

namespace Mekong.Advocacy.Domain.Tests.Segments;

public sealed class SegmentTests
{
    private static readonly Guid Sokha = new("50c4a000-0000-0000-0000-000000000001");
    private static readonly Audience Organisers = new(["KH", "LA"], [], ["dams"], [], ["email"]) { Roles = ["organiser"] };
    private static readonly SegmentSaved Saved = new(Sokha, "Organisers upstream", Organisers);

    private readonly Spec<Segment, SegmentEvent> segment = new(Segment.Fold);

    [Fact]
    public void A_choice_is_saved_under_a_name() =>
        segment.Given().When(s => s.Save(Sokha, " Organisers upstream ", Organisers)).Then(Saved);

    [Fact]
    public void Saving_the_same_people_again_changes_nothing() =>
        segment.Given(Saved).When(s => s.Save(Sokha, "Organisers upstream", Organisers with { Countries = ["LA", "KH"] })).ThenNothing();

    [Fact]
    public void A_name_can_be_given_to_another_choice() =>
        segment.Given(Saved).When(s => s.Save(Sokha, "Organisers upstream", Organisers with { Roles = [] }))
            .Then(Saved with { Audience = Organisers with { Roles = [] } });

    [Fact]
    public void What_cannot_be_an_audience_cannot_be_a_segment()
    {
        segment.Given().When(s => s.Save(Sokha, " ", Organisers)).ThenRefused(NeedsTitle);
        segment.Given().When(s => s.Save(Sokha, new string('x', 101), Organisers)).ThenRefused(TitleTooLong.At("title", "100"));
        segment.Given().When(s => s.Save(Sokha, "All", Organisers with { Channels = [] })).ThenRefused(AlertRefusals.NeedsChannel);
        segment.Given().When(s => s.Save(Sokha, "All", Organisers with { Countries = ["FR"] })).ThenRefused(new Refusal("alert.unknown-country", "audience.countries", "FR"));
        segment.Given().When(s => s.Save(Sokha, "All", Organisers with { Relation = new(RelationKind.Update, Sokha) })).ThenRefused(FollowsAnAlert);
    }

    [Fact]
    public void A_segment_is_removed_once_and_can_be_saved_anew()
    {
        segment.Given(Saved).When(s => s.Remove(Sokha)).Then(new SegmentRemoved(Sokha));
        segment.Given().When(s => s.Remove(Sokha)).ThenNothing();
        segment.Given(Saved, new SegmentRemoved(Sokha)).When(s => s.Save(Sokha, "Organisers upstream", Organisers)).Then(Saved);
    }
}
