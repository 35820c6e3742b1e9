using MediatR;
using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>An administrator rewrites a file of the library. Alerts that are approved already keep the frame they were approved in.</summary>
/// <param name="Seen">How many versions of the file there were when the editor began.</param>
[Allow(Role.Admin)]
public sealed record ChangeTemplate(string File, string Text, int Seen) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TemplateFiles files) : IRequestHandler<ChangeTemplate, Answer>
    {
        public async Task<Answer> Handle(ChangeTemplate command, CancellationToken cancellationToken)
        {
            if (!files.IsKnown(command.File)) return TemplateRefusals.NoSuchFile;
            var (text, original) = (Clean(command.Text), files.Original(command.File));
            var faults = string.IsNullOrWhiteSpace(text) || text.Length > Template.Longest ? [] : TemplateRules.FaultsOf(command.File, text, original).ToList();
            return faults.Count > 0 ? new Answer(faults) : await decider.Decide(Template.Fold, Template.IdOf(command.File),
                template => template.Change(current.AccountId, command.File, text, command.Seen, original), cancellationToken);
        }
    }

    /// <summary>Browsers send CR LF; NUL breaks a row.</summary>
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
}
