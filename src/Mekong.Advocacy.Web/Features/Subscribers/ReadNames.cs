using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>A coordinator looks at the names of some people. That it was done is recorded before the first name is opened.</summary>
/// <param name="Where">Where they were looked at, e.g. "alert-audience/" and the alert's id; never a name.</param>
[Allow(Role.Coordinator)]
public sealed record ReadNames(IReadOnlyList<Guid> People, string Where) : IRequest<IReadOnlyDictionary<Guid, string>>
{
    private sealed record Sealed(Guid Id, byte[] NameSealed);

    internal sealed class Handler(ITables tables, IVault vault, DataReads reads)
        : IRequestHandler<ReadNames, IReadOnlyDictionary<Guid, string>>
    {
        public async Task<IReadOnlyDictionary<Guid, string>> Handle(ReadNames command, CancellationToken cancellationToken)
        {
            var people = command.People.Distinct().ToArray();
            await reads.Record(command.Where, people.Length, cancellationToken);
            var found = await tables.Query<Sealed>("select id, name_sealed from advocacy.people where id = any(@people)", new { people }, cancellationToken);
            return found.ToDictionary(person => person.Id, person => vault.Open(person.NameSealed));
        }
    }
}
