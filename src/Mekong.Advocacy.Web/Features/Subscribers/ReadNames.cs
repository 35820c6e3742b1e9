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

    internal sealed class Handler(ITables tables, IVault vault, CurrentActor current, TimeProvider clock)
        : IRequestHandler<ReadNames, IReadOnlyDictionary<Guid, string>>
    {
        public async Task<IReadOnlyDictionary<Guid, string>> Handle(ReadNames command, CancellationToken cancellationToken)
        {
            var people = command.People.Distinct().ToArray();
            await tables.Execute("insert into advocacy.data_reads (account, what, count, at) values (@account, @what, @count, @at)",
                new { account = current.AccountId, what = command.Where, count = people.Length, at = clock.GetUtcNow() }, cancellationToken);
            var found = await tables.Query<Sealed>("select id, name_sealed from advocacy.people where id = any(@people)", new { people }, cancellationToken);
            return found.ToDictionary(person => person.Id, person => vault.Open(person.NameSealed));
        }
    }
}
