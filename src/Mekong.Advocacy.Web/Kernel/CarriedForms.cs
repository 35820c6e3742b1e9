using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>
/// A form that was posted to the workspace after the session had ended travels, sealed, through the page on which one signs in, and
/// is kept for whoever signs in. What was posted is never done; it is offered again on its page.
/// </summary>
public sealed class CarriedForms(IDataProtectionProvider protection, KeptForms kept)
{
    /// <summary>Of the whole body; what is longer meets the door as before.</summary>
    private const long LargestBody = 2 * 1024 * 1024;

    private static readonly object Item = new();

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Mekong.Advocacy.CarriedForms").ToTimeLimitedDataProtector();

    /// <summary>What this request carries to the sign-in page; null: nothing.</summary>
    public static string? In(HttpContext context) => context.Items[Item] as string;

    /// <summary>Answers the form of somebody who is not signed in with the sign-in page, and hands it the form.</summary>
    public static async Task AtTheDoor(HttpContext context, RequestDelegate next)
    {
        if (await FormOfAStranger(context) is not { } form) await next(context);
        else if (context.Request.Headers.ContainsKey("HX-Request")) // the page is still open: only its note changes
        {
            var words = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(words["kept.signed-out"], context.RequestAborted);
        }
        else
        {
            var request = context.Request;
            context.Items[Item] = context.RequestServices.GetRequiredService<CarriedForms>().Seal(request.Path, form);
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, "/sign-in", default);
            (request.ContentType, request.ContentLength, request.Body) = (null, null, Stream.Null);
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            await next(context);
        }
    }

    /// <summary>Keeps the form for this person and says on which page it waits; null: this was not sealed here today.</summary>
    public async Task<string?> Receive(string? carried, Guid accountId, CancellationToken ct)
    {
        if (Open(carried) is not { } form) return null;
        await kept.Keep(accountId, form.Path, form.Fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))), ct);
        return form.Path;
    }

    private static async Task<IFormCollection?> FormOfAStranger(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments("/workspace") || !request.HasFormContentType) return null;
        if (request.ContentLength is null or > LargestBody) return null;
        if ((await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded) return null;
        var form = await request.ReadFormAsync(context.RequestAborted);
        return form.ContainsKey(KeptForms.Marker) ? form : null;
    }

    private string Seal(string path, IFormCollection form)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(packing, new Form(path, KeptForms.Worth(form)));
        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray(), TimeSpan.FromDays(1)));
    }

    private Form? Open(string? carried)
    {
        try
        {
            using var packed = new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(carried ?? "")));
            using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Form>(unpacking);
        }
        catch (Exception e) when (e is FormatException or CryptographicException) { return null; }
    }

    private sealed record Form(string Path, Dictionary<string, string?> Fields);
}
