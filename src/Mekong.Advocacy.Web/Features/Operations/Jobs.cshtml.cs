using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Operations;

/// <summary>What the platform has to do, is doing, could not do, and does again and again.</summary>
public sealed class JobsModel(IMediator mediator, IStringLocalizer<Words> words, IJobScheduler jobs, AdvocacySettings settings) : WorkspacePage(mediator, words)
{
    public IEnumerable<IGrouping<string, JobState>> Groups { get; private set; } = [];

    /// <summary>Where the job engine's own pages are; null where it has none, or for those who may not see them.</summary>
    public string? EnginePages => settings.Engines.HasJobPages && Actor.Roles.Contains(Role.Admin) ? JobPages.Path : null;

    public async Task OnGetAsync(CancellationToken ct) => Groups = (await jobs.List(ct))
        .GroupBy(state => state.Job.Every is null || state.Stage == JobStage.Failed ? state.Stage.ToString().ToLowerInvariant() : "recurring")
        .OrderBy(group => Array.IndexOf(["failed", "running", "queued", "recurring", "done"], group.Key))
        .ToList();

    public async Task<IActionResult> OnPostRetryAsync(string key, CancellationToken ct)
    {
        if (!Actor.May([Role.Coordinator])) return Forbid();
        await jobs.Retry(key, ct);
        return Redirect("/workspace/operations");
    }
}
