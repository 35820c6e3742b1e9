using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Mekong.Advocacy.Web.Features.Accounts;

/// <summary>RFC 6750: "Authorization: Bearer mka_…" stands for the account that owns the token, with its roles of this moment.</summary>
internal sealed class TokenAuthentication(
    ApiTokens tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Scheme != Scheme || header.Parameter is null)
            return AuthenticateResult.NoResult();
        return await tokens.Owner(header.Parameter, Context.RequestAborted) is { } owner
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Identity(owner)), Scheme))
            : AuthenticateResult.Fail("unknown token");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Scheme;
        return Task.CompletedTask;
    }

    private static ClaimsIdentity Identity(TokenOwner owner) => new(
        [new(ClaimTypes.NameIdentifier, owner.AccountId.ToString()), .. owner.Roles.Select(role => new Claim(ClaimTypes.Role, role))], Scheme);
}
