namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// A page that looks the same to everybody who is not signed in and reads the same language: made once, it is handed out again until
/// something happens to one of the streams it shows.
/// </summary>
/// <param name="shows">Kinds of streams, as in "alert-…": what may appear on the page.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] shows) : Attribute
{
    public IReadOnlyList<string> Shows { get; } = shows;

    public static PublicPageAttribute? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>();
}
