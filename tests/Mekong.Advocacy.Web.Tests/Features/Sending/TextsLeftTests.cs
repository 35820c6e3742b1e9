using System.Globalization;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>
/// Texts that were in the hands of a worker that died before the ledger heard of three that had left. None may go again, and the provider is
/// asked for as few as what the worker left behind allows.
/// </summary>
public sealed class TextsLeftTests(TestPostgres postgres)
{
    private const int Texts = 60, Free = 20, Unheard = 3, Left = Texts - Free - Network.TextConnections + Unheard;

    private static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public Task A_notebook_that_is_whole_says_for_which_texts_the_provider_is_asked() =>
        Play(asked: 2, ids => (NotebookName.ThisBoot, [Goes(ids[0]), Went(ids[0]), Goes(ids[1]), Goes(ids[2])]));

    [Fact]
    public Task After_a_loss_of_power_it_is_asked_for_every_text_of_which_the_notebook_has_no_answer() =>
        Play(asked: Left - 1, ids => (Guid.NewGuid(), [Goes(ids[0]), Went(ids[0]), Goes(ids[1])]));

    [Fact]
    public Task It_is_asked_for_every_text_where_the_notebook_is_lost() => Play(asked: Left, _ => (default, []));

    private async Task Play(int asked, Func<long[], (Guid Boot, Note[] Notes)> leave)
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        var campaign = await SentToSome(network, office);
        var ids = await Task.WhenAll(Enumerable.Range(0, Unheard).Select(n => network.Number($"select id from advocacy.deliveries where state = 'sent' order by id offset {n} limit 1")));
        await network.Number($"""
            update advocacy.deliveries set state = 'queued', attempts = 0, settled_at = null, provider_id = null where id in ({string.Join(", ", ids)}) returning 1
            """);
        await network.Number($"""
            update advocacy.delivery_batches set open = true, lease_owner = '{Owner}',
              lease_until = '{network.Clock.GetUtcNow().AddSeconds(20).ToString("O", CultureInfo.InvariantCulture)}' returning 1
            """);
        if (leave(ids) is (var boot, { Length: > 0 } notes))
        {
            var folder = Directory.CreateDirectory(Path.Combine(network.DataDirectory, "notebooks"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, new NotebookName("sms", Owner, boot).ToString()), NoteLines.Of(notes).ToArray());
        }
        network.Clock.Move(TimeSpan.FromMinutes(1)); // the lease has run out
        await using var worker = await network.Open(ProcessRole.Worker);
        Assert.Equal(new Tally("finished", Texts, 0, 0, Texts, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((Texts, Texts), (network.Twilio.Messages.Count, network.Twilio.Messages.DistinctBy(text => text.To).Count()));
        Assert.Equal(asked, network.Twilio.Looks);
    }

    /// <summary>The rest is still to be sent.</summary>
    private static async Task<Campaign> SentToSome(Network network, Site office)
    {
        var (gate, texts) = (new TaskCompletionSource(), 0);
        network.Twilio.Script.Share(1, FakeBehaviour.Held(() => Interlocked.Increment(ref texts) > Free ? gate.Task : Task.CompletedTask));
        var desk = await office.Desk();
        await desk.Import(Given.Phones(Texts));
        await using var worker = await network.Open(ProcessRole.Worker);
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await Until.True(() => network.Twilio.Messages.Count == Free + Network.TextConnections, "every connection has a text in flight");
        await campaign.Does("pause");
        network.Clock.Move(TimeSpan.FromSeconds(1)); // what another process does is known after a quarter of one
        gate.SetResult();
        await campaign.Sees(now => now is { Sent: Free + Network.TextConnections, Attempted: 0 }, "what was in flight is settled");
        await worker.DisposeAsync();
        await campaign.Does("resume");
        return campaign;
    }

    private static Note Goes(long id) => new(id, Note.InFlight);

    private static Note Went(long id) => new(id, DeliveryState.Sent, Reply: "queued", Counts: true);
}
