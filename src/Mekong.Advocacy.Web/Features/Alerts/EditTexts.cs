using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator changes name and texts and leaves everything else as it is at that moment.</summary>
/// <param name="Texts">By language; an empty text takes the language out. Languages left out stay as they are.</param>
[Allow(Role.Coordinator)]
public sealed record EditTexts(Guid AlertId, string Name, string Source, IReadOnlyDictionary<string, AlertText> Texts) : ICommand
{
    public AlertContent Onto(AlertContent content)
    {
        var texts = new Dictionary<string, AlertText>(content.Texts);
        foreach (var (language, text) in Texts)
            if (string.IsNullOrWhiteSpace(text.Subject + text.Body + text.Sms)) texts.Remove(language);
            else texts[language] = text;
        return content with { Name = Name, Source = Source, Texts = texts };
    }

    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<EditTexts, Answer>
    {
        public Task<Answer> Handle(EditTexts command, CancellationToken cancellationToken) => decider.Decide(Alert.Fold, command.AlertId,
            alert => alert.Content is null ? AlertRefusals.NoSuchAlert : alert.Edit(current.AccountId, command.Onto(alert.Content)), cancellationToken);
    }
}
