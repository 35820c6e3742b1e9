using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

using Api = Sending.Api;

/// <summary>A running platform on which a coordinator keeps the register of organisations over the API.</summary>
public sealed class Registry(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[40_000]];

    private Network network = null!;

    internal Network Network => network;
    internal Site Site { get; private set; } = null!;
    internal Api Coordinator { get; private set; } = null!;
    internal Api Approver { get; private set; } = null!;
    internal Api Observer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        network = await Network.Create(postgres);
        Site = await network.Open(ProcessRole.Web);
        (Coordinator, Approver, Observer) = (await Site.As(Role.Coordinator), await Site.As(Role.Approver), await Site.As(Role.Observer));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await network.DisposeAsync();
    }

    /// <param name="name">Like no other test's: near names are held back.</param>
    internal async Task<Guid> Member(string name, string country = "KH") => await Registered(new { names = new { en = name }, country, standing = "member" });

    internal async Task<Guid> Outside(string name, string country = "JP") => await Registered(new { names = new { en = name }, country, standing = "pending" });

    internal async Task<Guid> Registered(object body) => Made(await Coordinator.Post("/organisations", body));

    internal async Task<Guid> Officer(Guid organisation, string name, string? email = null, string? phone = null) => Made(await Coordinator.Post(
        $"/organisations/{organisation}/focal-points", new { name, capacity = "Director", email = email ?? $"{name}@{organisation:N}.example", phone, language = "km" }));

    internal async Task<Guid> Granted(Guid organisation, Guid officer, string kind = "standing", object? more = null) =>
        Made(await Coordinator.Post($"/organisations/{organisation}/mandates", more ?? new { officerId = officer, kind }));

    /// <summary>A member and an officer of it who has a standing mandate.</summary>
    internal async Task<(Guid Id, Guid Officer)> Speaking(string name)
    {
        var id = await Member(name);
        var officer = await Officer(id, "Bopha");
        await Granted(id, officer);
        return (id, officer);
    }

    internal async Task<ApiAnswer> Upload(byte[]? bytes = null, Api? by = null)
    {
        using var content = new ByteArrayContent(bytes ?? Pdf);
        content.Headers.ContentType = new("application/octet-stream");
        return await (by ?? Coordinator).Send(new(HttpMethod.Post, "/files") { Content = content });
    }

    internal async Task<string?> Standing(Guid id) => (await Coordinator.Get($"/organisations/{id}")).Json.GetProperty("organisation").GetProperty("standing").GetString();
}
