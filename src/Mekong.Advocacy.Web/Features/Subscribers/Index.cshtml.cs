using MediatR;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>How many people asked for alerts, by country and language, and a way to enter a list. No name is shown.</summary>
[RequestSizeLimit(20 * 1024 * 1024)]
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables) : WorkspacePage(mediator, words)
{
    public sealed record CountLine(string Country, string Language, long People, long Email, long Sms, long Withdrawn);

    public IReadOnlyList<CountLine> Lines { get; private set; } = [];

    public ImportReport? Report { get; private set; }

    public async Task OnGetAsync() => Lines = await tables.Query<CountLine>("""
        select s.country, s.language, count(distinct s.person_id) as people,
          count(*) filter (where c.channel = 'email') as email, count(*) filter (where c.channel = 'sms') as sms,
          count(*) filter (where c.withdrawn_at is not null) as withdrawn
        from advocacy.subscribers s left join advocacy.consents c on c.person_id = s.person_id
        group by s.country, s.language order by s.country, s.language
        """, null, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool dryRun)
    {
        if (file is null || file.Length == 0) Faults = [SubscriberRefusals.NotReadable.At("file")];
        else if (!Actor.May([Role.Coordinator])) return Forbid();
        else
        {
            await using var csv = file.OpenReadStream();
            Report = await Mediator.Send(new ImportSubscribers(csv, dryRun), HttpContext.RequestAborted);
        }
        await OnGetAsync();
        return Page();
    }
}
