using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>One answer of the API.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string ContentType, string Body)
{
    public int Code => (int)Status;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public override string ToString() => $"{Code} {ContentType} {Body}";
}

/// <summary>The platform's API under one token.</summary>
internal sealed class Api(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<ApiAnswer> Get(string path) => Send(new(HttpMethod.Get, path));

    public Task<ApiAnswer> Post(string path, object? body = null) =>
        Send(new(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) });

    public Task<ApiAnswer> Put(string path, object body) => Send(new(HttpMethod.Put, path) { Content = JsonContent.Create(body) });

    public Task<ApiAnswer> Text(HttpMethod method, string path, string body, string type) =>
        Send(new(method, path) { Content = new StringContent(body, Encoding.UTF8, type) });

    public async Task<ApiAnswer> Send(HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = request.Content is not null; // so that a refused body is not begun
        request.RequestUri = new Uri("/api/v1" + request.RequestUri, UriKind.Relative);
        using var response = await Http.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync());
    }
}
