using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue is planned, or described anew.</summary>
public sealed class WriteModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, KeptForms kept, TimeProvider clock, Decider decider, OurThings things)
    : WritePage<DialogueJson>(mediator, words, directory, kept, clock)
{
    protected override string Room => "dialogues";

    public IReadOnlyList<(ReferenceKind Kind, Guid Id, string Title)> Ours { get; private set; } = [];

    protected override DialogueJson Blank() => new(
        NewId, null, DialogueKind.Meeting, "", "", CountryClock.Office, "KH", "", null, null, null, null, Attribution.Attributed, new FormFields(name => Request.Query[name]).Id("forum"), null);

    protected override async Task<DialogueJson?> Existing(Guid id, CancellationToken ct) =>
        (await decider.Load(Dialogue.Fold, id, ct)).State.Content is { } content ? DialogueJson.Of(id, content) : null;

    protected override DialogueJson Read(FormFields fields) => new(
        fields.Id("id"), fields.Wordings("titles"), fields.Choice<DialogueKind>("kind"), fields.Text("begins"), fields.Text("ends"), fields.Text("zone"), fields.Country,
        fields.Text("place"), fields.Id("hostId"), fields.Offices("authorities"), fields.Ids("organisations"), fields.Wordings("agenda"), fields.Choice<Attribution>("attribution"),
        fields.Id("forumId"), fields.References("links"));

    /// <summary>Of one that is there the hour is not in the form: it is moved, not described.</summary>
    protected override (ICommand? Command, IReadOnlyList<Refusal> Faults) Save(Guid id, DialogueJson form)
    {
        var standing = Id is null ? form : form with { Begins = "2000-01-01T00:00", Ends = "2000-01-01T01:00", Zone = CountryClock.Office };
        var (content, faults) = standing.Read(Now);
        return faults.Count > 0 ? (null, faults) : (Id is null ? new PlanDialogue(id, content) : new DescribeDialogue(id, content), []);
    }

    protected override async Task Load(CancellationToken ct)
    {
        await base.Load(ct);
        await Names.Know([.. Form.Organisations ?? [], .. Form.HostId is { } host ? [host] : Array.Empty<Guid>()], Form.ForumId, ct);
        Ours = await things.ToReferTo(ct);
    }
}
