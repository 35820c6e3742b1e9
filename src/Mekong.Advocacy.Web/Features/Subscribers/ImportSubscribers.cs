using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>What came of a list. Imported + updated + unchanged + refused = lines.</summary>
public sealed record ImportReport(int Lines, int Imported, int Updated, int Unchanged, int Refused, IReadOnlyList<LineFault> Faults);

/// <summary>A coordinator enters a list of people who asked for alerts. Entering it again changes nothing.</summary>
/// <param name="Progress">Lines read so far.</param>
[Allow(Role.Coordinator)]
public sealed record ImportSubscribers(Stream Csv, bool DryRun, IProgress<int>? Progress = null) : IRequest<ImportReport>
{
    private const int ChunkSize = 500, Tries = 8;

    internal sealed class Handler(Decider decider, PeopleVault vault, TimeProvider clock) : IRequestHandler<ImportSubscribers, ImportReport>
    {
        public async Task<ImportReport> Handle(ImportSubscribers command, CancellationToken cancellationToken)
        {
            if (command.Csv.CanSeek) command.Csv.Position = 0; // a second try after a conflict reads from the start
            var report = new ImportReport(0, 0, 0, 0, 0, []);
            var faults = new List<LineFault>();
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            foreach (var chunk in new SubscriberFile(command.Csv, today).Read().Chunk(ChunkSize))
            {
                faults.AddRange(chunk.SelectMany(read => read.Faults));
                var lines = chunk.Where(read => read.Line is not null).Select(read => read.Line!).ToList();
                var (imported, updated) = await EnterSurely(lines, command.DryRun, faults, cancellationToken);
                report = report with
                {
                    Lines = report.Lines + chunk.Length,
                    Imported = report.Imported + imported,
                    Updated = report.Updated + updated,
                    Unchanged = report.Unchanged + lines.Count - imported - updated,
                    Refused = report.Refused + chunk.Length - lines.Count,
                };
                command.Progress?.Report(report.Lines);
            }
            return report with { Faults = faults };
        }

        /// <summary>The same people in two lists at one moment: whoever comes second looks again and finds them entered.</summary>
        private async Task<(int Imported, int Updated)> EnterSurely(List<ListLine> lines, bool dryRun, List<LineFault> faults, CancellationToken ct)
        {
            for (var attempt = 1; ; attempt++)
            {
                var found = new List<LineFault>();
                try
                {
                    var done = await Enter(lines, dryRun, found, ct);
                    faults.AddRange(found);
                    return done;
                }
                catch (StreamHasMovedException) when (attempt < Tries) { ct.ThrowIfCancellationRequested(); }
            }
        }

        /// <summary>The vault first, then the facts: an import that was cut off in between is completed by the next one.</summary>
        private async Task<(int Imported, int Updated)> Enter(List<ListLine> lines, bool dryRun, List<LineFault> faults, CancellationToken ct)
        {
            var places = await vault.Find(lines.SelectMany(line => line.Contacts), ct);
            var people = new Dictionary<Guid, Entry>();
            var contacts = new List<(VaultEntry, ListedContact, string)>();
            foreach (var line in lines)
            {
                var owner = line.Contacts.Select(contact => places.GetValueOrDefault(vault.KeyOf(contact))?.PersonId).FirstOrDefault(id => id is not null) ?? Guid.CreateVersion7(clock.GetUtcNow());
                var permissions = people.GetValueOrDefault(owner)?.Permissions ?? [];
                foreach (var contact in line.Contacts)
                {
                    var known = places.GetValueOrDefault(vault.KeyOf(contact));
                    if (known is not null && known.PersonId != owner) faults.Add(new(line.Line, SubscriberRefusals.TwoPeople));
                    if (known is not null && known.PersonId != owner) continue;
                    var place = known ?? (places[vault.KeyOf(contact)] = new VaultEntry(owner, Guid.CreateVersion7(clock.GetUtcNow())));
                    if (known is null) contacts.Add((place, contact, line.ConsentWords));
                    permissions = [.. permissions, new Permission(place.ContactPointId, contact.Channel, contact.Country, line.ConsentOn)];
                }
                people[owner] = new Entry(line.Name, line.Profile, permissions);
            }
            if (!dryRun) await vault.Enter([.. people.Select(person => (person.Key, person.Value.Name))], contacts, ct);
            return await Record(people, dryRun, ct);
        }

        private async Task<(int Imported, int Updated)> Record(Dictionary<Guid, Entry> people, bool dryRun, CancellationToken ct)
        {
            var (imported, updated) = (0, 0);
            var commands = people.Select(person => (person.Key, (Func<Subscriber, Decision<SubscriberEvent>>)(state =>
            {
                var decision = state.Enter(person.Value.Profile, person.Value.Permissions);
                if (state.Profile is null) imported++;
                else if (decision.Events.Count > 0) updated++;
                return decision;
            }))).ToList();
            await decider.DecideAll(Subscriber.Fold, commands, dryRun, ct);
            return (imported, updated);
        }

        private sealed record Entry(string Name, Profile Profile, IReadOnlyList<Permission> Permissions);
    }
}
