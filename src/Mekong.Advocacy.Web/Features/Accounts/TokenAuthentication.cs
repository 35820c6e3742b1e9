using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using Mekong.Advocacy.Engines.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>RFC 6750: "Authorization: Bearer mka_…" stands for the account that owns the token, with its roles of this moment.</summary>
internal sealed class TokenAuthentication(
    ApiTokens tokens, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> principals,
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Scheme != Scheme || header.Parameter is null)
            return AuthenticateResult.NoResult();
        if (await tokens.Owner(header.Parameter, Context.RequestAborted) is not { } owner || await accounts.FindByIdAsync(owner.ToString()) is not { } account)
            return AuthenticateResult.Fail("unknown token");
        return AuthenticateResult.Success(new AuthenticationTicket(await principals.CreateAsync(account), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Scheme;
        return Task.CompletedTask;
    }
}
