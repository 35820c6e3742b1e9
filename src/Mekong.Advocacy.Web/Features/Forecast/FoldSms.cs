using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>A coordinator makes one language's text message cheaper. It is an edit like any other and voids an approval.</summary>
[Allow(Role.Coordinator)]
public sealed record FoldSms(Guid AlertId, string Language, FoldKind Kind) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<FoldSms, Answer>
    {
        public Task<Answer> Handle(FoldSms command, CancellationToken cancellationToken) => decider.Decide(Alert.Fold, command.AlertId, alert =>
            alert.Content is not { } content ? AlertRefusals.NoSuchAlert
            : !content.Texts.TryGetValue(command.Language, out var text) || !SmsFolds.For(command.Language).Contains(command.Kind)
                ? AlertRefusals.NoSuchText.At($"texts.{command.Language}")
            : alert.EditTexts(current.AccountId, new TextEdits(content.Name, content.Source, new Dictionary<string, AlertText>
            {
                [command.Language] = text with { Sms = SmsFolds.Fold(text.Sms, command.Kind) },
            })), cancellationToken);
    }
}
