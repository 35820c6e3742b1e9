using System.Globalization;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What workers that died left in the data folder.</summary>
public sealed class NotebooksLeftTests(TestPostgres postgres)
{
    private static readonly string
        Idle = new NotebookName("email", new Guid("00000000-0000-0000-0000-000000000002"), NotebookName.ThisBoot).ToString(),
        Stranger = new NotebookName("email", new Guid("00000000-0000-0000-0000-000000000001"), NotebookName.ThisBoot).ToString();

    [Fact]
    public async Task What_a_dead_worker_knew_counts_and_what_speaks_of_another_database_does_not()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        var desk = await office.Desk();
        await desk.Import(Given.Readers(300));
        Campaign campaign;
        var gate = new Gate(free: 40);
        network.Mail.Script = gate.Script;
        await using (await network.Open(ProcessRole.Worker))
        {
            campaign = await desk.Send(Given.Alert());
            await Until.True(() => network.Mail.Count == 40 + Network.MailConnections, "every connection has a mail in flight");
            await campaign.Does("pause");
            network.Clock.Move(TimeSpan.FromSeconds(1)); // what another process does is known after a quarter of one
            gate.Open();
            await campaign.Sees(now => now is { Sent: 40 + Network.MailConnections, Attempted: 0 }, "what was in flight is settled");
        }
        await campaign.Does("resume");
        var owner = Guid.NewGuid();
        await network.Number($"update advocacy.delivery_batches set open = true, lease_owner = '{owner}', lease_until = '{network.Clock.GetUtcNow().AddHours(1).ToString("O", CultureInfo.InvariantCulture)}' returning 1");
        var ids = new List<long>();
        for (var n = 0; n < 3; n++) ids.Add(await network.Number($"select id from advocacy.deliveries where state = 'queued' order by id offset {n} limit 1"));
        Leave(network, new NotebookName("email", owner, NotebookName.ThisBoot).ToString(), new(ids[0], Note.InFlight), new(ids[0], DeliveryState.Sent, Reply: "250 ok", Counts: true), new(ids[1], Note.InFlight));
        Leave(network, Idle);
        Leave(network, Stranger, new Note(ids[2], DeliveryState.Sent, Counts: true));

        await using var worker = await network.Open(ProcessRole.Worker);
        Assert.Equal(new Tally("finished", 300, 0, 0, 300, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((299, 0), network.Mail.Tally()); // the first of those left over had left before, the second perhaps
        Assert.Equal([Stranger + ".unknown"], Folder(network).EnumerateFiles("*.notes*").Select(file => file.Name).Where(name => name.Contains(owner.ToString("N"), StringComparison.Ordinal) || name.StartsWith(Stranger, StringComparison.Ordinal) || name.StartsWith(Idle, StringComparison.Ordinal)));
    }

    private static DirectoryInfo Folder(Network network) => Directory.CreateDirectory(Path.Combine(network.DataDirectory, "notebooks"));

    private static void Leave(Network network, string name, params Note[] notes) =>
        File.WriteAllBytes(Path.Combine(Folder(network).FullName, name), NoteLines.Of(notes));
}
