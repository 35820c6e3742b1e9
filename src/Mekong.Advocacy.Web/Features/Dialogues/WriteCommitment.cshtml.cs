using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A promise is written down while it is fresh; later its translations and source may be put right, never its words.</summary>
public sealed class WriteCommitmentModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, KeptForms kept, TimeProvider clock, Decider decider, DialogueReads reads)
    : WritePage<CommitmentJson>(mediator, words, directory, kept, clock)
{
    protected override string Room => "commitments";

    public IReadOnlyList<RecommendationRow> Recommendations { get; private set; } = [];

    public IReadOnlyList<DialogueRow> Dialogues { get; private set; } = [];

    protected override CommitmentJson Blank()
    {
        var asked = new FormFields(name => Request.Query[name]);
        return new(
            NewId, "", CultureInfo.CurrentUICulture.Name, null, new SourceJson(SourceKind.Minutes, ""), Domain.Dialogues.Strength.Promise, null, null,
            asked.Id("recommendation") is { } one ? [one] : [], asked.Id("dialogue"), "", new DueJson(DueKind.Date));
    }

    protected override async Task<CommitmentJson?> Existing(Guid id, CancellationToken ct) =>
        (await decider.Load(Commitment.Fold, id, ct)).State.Content is { } content ? CommitmentJson.Of(id, content) : null;

    protected override CommitmentJson Read(FormFields fields) => new(
        fields.Id("id"), fields.Text("words"), fields.Text("language"), fields.Wordings("translations"),
        new SourceJson(fields.Choice<SourceKind>("source.kind"), fields.Text("source.url"), fields.Id("source.fileId"), fields.Text("source.detail")), fields.Choice<Strength>("strength"),
        fields.Office("postId")?.AuthorityId, fields.Office("postId")?.PostId, fields.Ids("recommendations"), fields.Id("dialogueId"), fields.Text("madeOn"),
        new DueJson(fields.Choice<DueKind>("due.kind"), fields.Text("due.date"), fields.Id("due.forumId"), fields.Number("due.daysBefore"), fields.Wordings("due.condition")),
        fields.Flag("confidential"));

    protected override CommitmentJson With(CommitmentJson form, Guid fileId) => form with { Source = form.Source! with { FileId = fileId } };

    /// <summary>Of one that is there the deadline is not in the form: it is changed by agreement, elsewhere.</summary>
    protected override (ICommand? Command, IReadOnlyList<Refusal> Faults) Save(Guid id, CommitmentJson form)
    {
        var (content, faults) = (Id is null ? form : form with { Due = new DueJson(DueKind.Date, form.MadeOn) }).Read(Now);
        if (form.PostId is null) faults = [.. faults.Where(fault => fault.Field is not "authorityId")];
        return faults.Count > 0 ? (null, faults) : (Id is null ? new RecordCommitment(id, content) : new DescribeCommitment(id, content), []);
    }

    protected override async Task Load(CancellationToken ct)
    {
        await base.Load(ct);
        (Recommendations, Dialogues) = (await reads.Recommendations(new(), ct), await reads.Dialogues(new(), ct));
        foreach (var id in (Form.Recommendations ?? []).Except(Recommendations.Select(row => row.Id)).ToList())
            if (await reads.Recommendation(id, ct) is { } answered) Recommendations = [.. Recommendations, answered];
        Recommendations = Directory.ChosenFirst(Recommendations, row => row.Id, Form.Recommendations ?? []);
        if (Form.DialogueId is { } chosen && Dialogues.All(row => row.Id != chosen) && await reads.Dialogue(chosen, ct) is { } held) Dialogues = [.. Dialogues, held];
        if (Id is null && Form is { MadeOn: "" or null, DialogueId: { } at } && Dialogues.FirstOrDefault(row => row.Id == at) is { } dialogue)
            Suggest(form => form with { MadeOn = Typed.Day(MeetingZones.DayIn(dialogue.Zone, dialogue.BeginsAt)) });
    }
}
