using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Demo;

/// <summary>The demonstration's organisations with a focal point each; those of the network have a standing mandate.</summary>
/// <param name="leavesForReal">Invented numbers may be somebody's: where texts leave for real, nobody has one.</param>
internal sealed class DemoOrganisations(IMediator mediator, TimeProvider clock, bool leavesForReal)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Listed(
        string Id, OrganisationStanding Standing, string Country, string? Acronym, string? Parent, Dictionary<string, string> Names, FocalPointDetails FocalPoint);

    /// <returns>Their ids by the names that the files know them by.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> Load(string file, CancellationToken ct)
    {
        var ids = new Dictionary<string, Guid>();
        foreach (var listed in JsonSerializer.Deserialize<Listed[]>(await File.ReadAllTextAsync(file, ct), Options)!)
        {
            var (id, officer) = (ids[listed.Id] = Fresh(), Fresh());
            var profile = new OrganisationProfile(
                [.. Tongues.InOrder(listed.Names.Keys).Select(code => new OrganisationName(code, listed.Names[code]))], listed.Acronym, listed.Country,
                listed.Parent is null ? null : ids[listed.Parent]);
            await Do(new RegisterOrganisation(id, listed.Standing, profile), ct);
            await Do(new NameFocalPoint(id, officer, leavesForReal ? listed.FocalPoint with { Phone = null } : listed.FocalPoint), ct);
            if (listed.Standing != OrganisationStanding.Pending) await Do(new GrantMandate(id, Fresh(), officer, MandateKind.Standing), ct);
        }
        return ids;
    }

    private Guid Fresh() => Guid.CreateVersion7(clock.GetUtcNow());

    private async Task Do(Kernel.ICommand command, CancellationToken ct)
    {
        var answer = await mediator.Send(command, ct);
        if (answer.Refused) throw new StartupException($"The demonstration's organisations are faulty: {answer.Refusals[0].Code} {answer.Refusals[0].Detail}");
    }
}
