using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Templates.TemplateRefusals;

namespace Mekong.Advocacy.Domain.Tests.Templates;

public sealed class TemplateTests
{
    private const string File = "alert/sms.km.txt", Shipped = "{{body}}\nឈប់: {{optOut}}", Shorter = "{{body}} {{optOut}}";

    private static readonly Guid Dara = new("da4a0000-0000-0000-0000-000000000001"), Nok = new("40c00000-0000-0000-0000-000000000002");

    private readonly Spec<Template, TemplateEvent> template = new(Template.Fold);

    [Fact]
    public void An_administrator_changes_a_file_as_it_came() =>
        template.Given().When(t => t.Change(Dara, File, Shorter, seen: 0, Shipped)).Then(new TemplateChanged(Dara, File, Shorter));

    [Fact]
    public void And_again_what_was_changed() => template.Given(new TemplateChanged(Dara, File, Shorter))
        .When(t => t.Change(Nok, File, "Stop: {{optOut}} {{body}}", seen: 1, Shipped)).Then(new TemplateChanged(Nok, File, "Stop: {{optOut}} {{body}}"));

    [Fact]
    public void Saving_what_stands_changes_nothing() => template.Given().When(t => t.Change(Dara, File, Shipped, seen: 0, Shipped)).ThenNothing();

    [Fact]
    public void Nobody_overwrites_what_they_have_not_seen() => template.Given(new TemplateChanged(Dara, File, Shorter))
        .When(t => t.Change(Nok, File, "{{optOut}}", seen: 0, Shipped)).ThenRefused(HasMoved);

    [Fact]
    public void An_old_version_brought_back_is_a_new_version() => template
        .Given(new TemplateChanged(Dara, File, Shorter), new TemplateChanged(Dara, File, "{{optOut}}"))
        .When(t => t.Change(Nok, File, Shorter, seen: 2, Shipped)).Then(new TemplateChanged(Nok, File, Shorter));

    [Fact]
    public void What_was_changed_can_be_put_back_as_it_came() =>
        template.Given(new TemplateChanged(Dara, File, Shorter)).When(t => t.Reset(Nok, File)).Then(new TemplateReset(Nok, File));

    [Fact]
    public void What_is_as_it_came_stays_so() =>
        template.Given(new TemplateChanged(Dara, File, Shorter), new TemplateReset(Nok, File)).When(t => t.Reset(Nok, File)).ThenNothing();

    [Fact]
    public void Emptying_a_file_is_refused() => template.Given().When(t => t.Change(Dara, File, " \n", seen: 0, Shipped)).ThenRefused(NeedsText);

    [Fact]
    public void Nor_may_it_grow_without_bound() =>
        template.Given().When(t => t.Change(Dara, File, new string('x', 40_001), seen: 0, Shipped)).ThenRefused(TooLong.At("text", "40000"));

    [Fact]
    public void Each_file_has_its_own_stream_for_ever()
    {
        Assert.Equal(new Guid("17c71b04-9c65-6d90-0efb-b7213f205048"), Template.IdOf(File));
        Assert.NotEqual(Template.IdOf("alert/sms.km.txt"), Template.IdOf("alert/sms.lo.txt"));
    }
}
