using Mekong.Advocacy.Web.Features.Tracker;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Members;

/// <summary>What was promised in public and where it stands, for members who may see it differently; the latest first.</summary>
public sealed class CommitmentsModel(TrackerReads tracker) : PageModel
{
    public const int Most = 50;

    /// <summary>Which page of the list.</summary>
    [BindProperty(SupportsGet = true)] public int At { get; set; } = 1;

    public IReadOnlyList<PublicCommitment> Promises { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public string AddressOf(int page) => page > 1 ? $"/members/commitments?at={page}" : "/members/commitments";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = (await tracker.All(ct)).Commitments;
        Pages = Math.Max(1, (all.Count + Most - 1) / Most);
        At = Math.Clamp(At, 1, Pages);
        Promises = [.. all.Skip((At - 1) * Most).Take(Most)];
    }
}
