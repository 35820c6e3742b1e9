using MediatR;
using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>An administrator puts a file back as it came with the platform; a text that did not come with it is gone.</summary>
[Allow(Role.Admin)]
public sealed record ResetTemplate(string File) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TemplateFiles files) : IRequestHandler<ResetTemplate, Answer>
    {
        public async Task<Answer> Handle(ResetTemplate command, CancellationToken cancellationToken) => !files.IsKnown(command.File)
            ? TemplateRefusals.NoSuchFile
            : await decider.Decide(Template.Fold, Template.IdOf(command.File), template => template.Reset(current.AccountId, command.File), cancellationToken);
    }
}
