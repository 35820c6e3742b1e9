using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class ContentChangesTests
{
    [Fact]
    public void Only_what_an_approval_binds_counts_as_changed() =>
        Assert.True(ContentChanges.Between(Content, Content with { Name = "Another name", Source = "km" }).None);

    [Fact]
    public void Each_field_of_each_language_is_told_with_both_readings()
    {
        var after = Content.With("km", new("សូមឱ្យទន្លេហូរ", "សូមមក", "ថ្ងៃទី ៣")).With("th", new("ก", "", ""));
        Assert.Equal(
            [new("km", "body", "សូមមក {{name}}", "សូមមក"), new("th", "subject", "", "ก")],
            ContentChanges.Between(Content, after).Texts);
        Assert.Equal([new("km", "body", "សូមមក", "សូមមក {{name}}"), new("th", "subject", "ก", "")], ContentChanges.Between(after, Content).Texts);
    }

    [Fact]
    public void Rules_that_name_others_are_told_and_their_order_is_not()
    {
        var after = Content with { Audience = Content.Audience with { Countries = ["LA", "KH"], Topics = [], Roles = ["organiser"] }, Fallback = Fallback.None };
        var changes = ContentChanges.Between(Content, after);
        Assert.Equal(["topics", "roles"], changes.Rules.Select(rule => rule.Rule));
        Assert.Equal((true, false, false), (changes.Fallback, changes.Relation, changes.None));
    }

    [Fact]
    public void Another_earlier_alert_is_a_change() => Assert.True(ContentChanges.Between(
        Content, Content with { Audience = Content.Audience with { Relation = new Relation(RelationKind.Update, Sokha) } }).Relation);
}
