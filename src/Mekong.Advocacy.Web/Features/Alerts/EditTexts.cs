using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator changes name and texts and leaves everything else as it is at that moment.</summary>
/// <param name="Texts">By language; an empty text takes the language out. Languages left out stay as they are.</param>
/// <param name="Bases">By language the hash of the text the writer began with; a language without one overwrites what is there.</param>
[Allow(Role.Coordinator)]
public sealed record EditTexts(
    Guid AlertId, string Name, string Source, IReadOnlyDictionary<string, AlertText> Texts, IReadOnlyDictionary<string, string>? Bases = null) : ICommand
{
    public string? NameBefore { get; init; }

    public string? SourceBefore { get; init; }

    internal TextEdits Edits => new(Name, Source, Texts)
    {
        Bases = Bases ?? new Dictionary<string, string>(),
        NameBefore = NameBefore,
        SourceBefore = SourceBefore,
    };

    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<EditTexts, Answer>
    {
        /// <summary>Names every language in which somebody else was faster, not only the first.</summary>
        public async Task<Answer> Handle(EditTexts command, CancellationToken cancellationToken)
        {
            IReadOnlyList<Refusal> conflicts = [];
            var answer = await decider.Decide(Alert.Fold, command.AlertId, alert =>
            {
                conflicts = alert.Content is null ? [] : [.. command.Edits.Conflicts(alert.Content)];
                return alert.EditTexts(current.AccountId, command.Edits);
            }, cancellationToken);
            return answer.Refusals.Any(conflicts.Contains) ? new Answer(conflicts) : answer;
        }
    }

    internal sealed class Validator : ContentValidator<EditTexts>
    {
        public Validator() : base(command => ContentRules.FaultsOf(command.Name, command.Source, command.Texts)) { }
    }
}
