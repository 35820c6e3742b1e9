using System.Globalization;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>The register as it stands: every act in order, without a name, with all that goes into its leaf.</summary>
[PublicPage("statement", "sign-on")]
public sealed class RegisterPageModel(PublicReads reads, RegisterReads registers, AdvocacySettings settings) : StatementPage(reads, settings)
{
    public const int PerPage = 100;

    [BindProperty(SupportsGet = true)] public int? Number { get; set; }

    public int Place => Number ?? Pages;

    public int Pages { get; private set; }

    public RegisterMark Mark { get; private set; } = null!;

    public IReadOnlyList<(int Index, RegisterEntry Entry, Digest Leaf)> Lines { get; private set; } = [];

    public string AddressOf(int page) => string.Create(CultureInfo.InvariantCulture, $"{Home(Language)}/register/{page}");

    protected override async Task<bool> Fill(CancellationToken ct)
    {
        var register = await registers.Of(Id, ct);
        (Mark, Pages) = (register.Mark, Math.Max(1, (register.Entries.Count + PerPage - 1) / PerPage));
        if (Place < 1 || Place > Pages) return false;
        var first = (Place - 1) * PerPage;
        Lines = [.. register.Entries.Skip(first).Take(PerPage).Select((entry, i) => (first + i, entry, register.Leaves[first + i]))];
        return true;
    }
}
