using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

public sealed class SmsStatusesTests
{
    private static readonly SmsStatus[] OnTheWay = [SmsStatus.Accepted, SmsStatus.Scheduled, SmsStatus.Queued, SmsStatus.Sending, SmsStatus.Sent];
    private static readonly SmsStatus[][] Ends =
        [[], [SmsStatus.Undelivered], [SmsStatus.Failed], [SmsStatus.Canceled], [SmsStatus.Delivered], [SmsStatus.Delivered, SmsStatus.Read]];

    [Fact]
    public void The_words_on_one_message_end_in_the_same_state_in_any_order_however_often()
    {
        var stories =
            from way in Gen.SubListOf(OnTheWay)
            from end in Gen.Elements(Ends)
            let once = way.Concat(end).ToArray()
            from repeats in once.Length == 0 ? Gen.Constant(Array.Empty<SmsStatus>()) : Gen.ArrayOf(Gen.Elements(once))
            from played in Gen.Shuffle(once.Concat(repeats))
            select (once, played);
        Prop.ForAll(stories.ToArbitrary(), story => State(story.once) == State(story.played)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(SmsStatus.Sent, SmsStatus.Delivered, true)]
    [InlineData(SmsStatus.Delivered, SmsStatus.Read, true)]
    [InlineData(SmsStatus.Delivered, SmsStatus.Sent, false)]
    [InlineData(SmsStatus.Delivered, SmsStatus.Delivered, false)]
    [InlineData(SmsStatus.Read, SmsStatus.Delivered, false)]
    [InlineData(SmsStatus.Undelivered, SmsStatus.Delivered, false)]
    [InlineData(SmsStatus.Delivered, SmsStatus.Undelivered, false)]
    [InlineData(SmsStatus.Failed, SmsStatus.Read, false)]
    [InlineData(SmsStatus.Canceled, SmsStatus.Sending, false)]
    public void A_final_word_stays(SmsStatus old, SmsStatus later, bool moves) => Assert.Equal(moves, SmsStatuses.Supersedes(old, later));

    private static SmsStatus State(IEnumerable<SmsStatus> words) =>
        words.Aggregate(SmsStatus.Accepted, (state, word) => SmsStatuses.Supersedes(state, word) ? word : state);
}
