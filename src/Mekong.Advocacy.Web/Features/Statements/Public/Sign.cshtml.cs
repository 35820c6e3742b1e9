using System.Net;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>
/// The forms for those who have no account: the exact text above, its hash in the form. Nobody acts here by a right that a cookie carries, so there is
/// neither cookie nor token; programs that fill in everything are known by the field that people do not see.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class SignModel(PublicReads reads, IMediator mediator, IStringLocalizer<Words> words, AdvocacySettings settings) : StatementPage(reads, settings)
{
    public enum Sent { Nothing, ByMail, ByCall }

    [BindProperty] public SignForm Form { get; set; } = new();

    public IReadOnlyList<Refusal> Faults { get; private set; } = [];

    public Sent Done { get; private set; }

    public string? Address { get; private set; }

    public IReadOnlyList<(string Code, string Name)> AllCountries => Countries.All();

    public string? FaultAt(string field) => Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? words.Sentence(fault) : null;

    public Task<IActionResult> OnPostOrganisationAsync(CancellationToken ct)
    {
        var typed = new OrganisationOffer(Form.Names, Form.Acronym, Form.Country, Form.Website, Form.Officer, Form.Capacity, Form.Email, Form.Phone, Language);
        return Send(new OfferSignOn(Id, Form.TextLanguage ?? "", Form.TextHash ?? "", Form.Display, typed, From), Form.Email,
            Websites.Shared(Form.Website, Form.Email?.Trim().ToLowerInvariant()) is null ? Sent.ByCall : Sent.ByMail, ct);
    }

    public Task<IActionResult> OnPostIndividualAsync(CancellationToken ct) => Send(
        new SignAsIndividual(Id, Form.TextLanguage ?? "", Form.TextHash ?? "", new IndividualOffer(Form.Person, Form.OwnCountry, Form.OwnEmail, Language), From), Form.OwnEmail, Sent.ByMail, ct);

    private IPAddress? From => HttpContext.Connection.RemoteIpAddress;

    private async Task<IActionResult> Send(ICommand command, string? address, Sent done, CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        if (string.IsNullOrEmpty(Form.Homepage)) Faults = (await mediator.Send(command, ct)).Refusals;
        if (Faults.Count == 0) (Done, Address) = (done, address?.Trim());
        return Page();
    }
}

/// <summary>Both forms' fields, as typed.</summary>
public sealed class SignForm
{
    public Dictionary<string, string?> Names { get; set; } = [];
    public string? Acronym { get; set; }
    public string? Country { get; set; }
    public string? Website { get; set; }
    public string? Officer { get; set; }
    public string? Capacity { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public Display Display { get; set; }
    public string? Person { get; set; }
    public string? OwnCountry { get; set; }
    public string? OwnEmail { get; set; }
    public string? TextLanguage { get; set; }
    public string? TextHash { get; set; }

    /// <summary>Nobody sees it; who fills it in is a program.</summary>
    public string? Homepage { get; set; }
}
