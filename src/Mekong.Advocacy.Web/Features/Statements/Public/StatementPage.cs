using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>A public page about one statement, in the language of its path. What is not public is not found, whatever the reason.</summary>
[AllowAnonymous]
public abstract class StatementPage(PublicReads reads, AdvocacySettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    public PublicStatement Statement { get; private set; } = null!;

    /// <summary>The text that this reader is shown.</summary>
    public FrozenText Text { get; private set; } = null!;

    public StatementRow Row => Statement.Row;

    public DateTimeOffset Now => reads.Now;

    public PublicStage Stage => PublicStage.Of(Row, Now);

    public bool MaySign => Row.IsOpenAt(Now) && (Row.Outside || Row.Individuals);

    public string ShortAddress => Absolute(FormattableString.Invariant($"/s/{Row.Number}"));

    public string Home(string language) => $"/{language}/statements/{Id}";

    public string Absolute(string path) => new Uri(settings.PublicUrl, path).AbsoluteUri;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Find(ct) && await Fill(ct) ? Page() : NotFound();

    protected async Task<bool> Find(CancellationToken ct)
    {
        if (await reads.One(Id, ct) is not { } statement) return false;
        (Statement, Text) = (statement, statement.For(Language));
        return true;
    }

    /// <summary>False: there is no such page of this statement.</summary>
    protected virtual Task<bool> Fill(CancellationToken ct) => Task.FromResult(true);
}
