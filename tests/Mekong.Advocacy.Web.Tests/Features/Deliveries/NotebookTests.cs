using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Deliveries;

public sealed class NotebookTests : IDisposable
{
    private static readonly Note
        First = new(1, DeliveryState.Sent, Reply: "250 2.0.0 ទទួល \"ok\"\nand more", Counts: true, Batch: 7),
        Second = new(2, DeliveryState.Failed, "5.1.1", Counts: true, Batch: 7),
        Third = new(3, Note.InFlight, Batch: 7);

    private readonly TestFolder folder = new();

    private string File => Path.Combine(folder.Path, "notebooks", "email.notes");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_entered_is_found_by_whoever_comes_after()
    {
        using (var notebook = new Notebook(File))
        {
            notebook.Enter([First, Third]);
            await notebook.OnDisk(notebook.Enter([Second]));
            Assert.Throws<IOException>(() => Read()); // it is somebody's
        }
        Assert.Equal([First, Third, Second], Read());
    }

    [Fact]
    public void A_line_cut_short_says_nothing_and_the_others_what_they_said()
    {
        using (var notebook = new Notebook(File)) notebook.Enter([First, Second, Third]);
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllText(File, $"{lines[0]}\n{lines[1][..20]}\n{lines[2]}\n{lines[0][..^2]}");
        Assert.Equal([First, Third], Read());
    }

    [Fact]
    public void Nothing_is_kept_when_the_ledger_has_all()
    {
        using (var notebook = new Notebook(File))
        {
            notebook.Enter([First, Second]);
            notebook.Saved(notebook.Enter([Third]), inHand: [Third]);
            var until = notebook.Enter([Third with { State = DeliveryState.Sent }]);
            notebook.Saved(until, inHand: []);
            Assert.Equal(0, new FileInfo(File).Length);
        }
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_long_one_keeps_what_is_in_hand_and_what_the_ledger_has_not()
    {
        var talkative = First with { Reply = new string('x', 100_000) };
        var last = Second with { Id = 9 };
        using (var notebook = new Notebook(File))
        {
            notebook.Enter([Third]);
            long saved = 0;
            for (var n = 0; n < 100; n++) saved = notebook.Enter([talkative]);
            notebook.Enter([Second]);
            notebook.Saved(saved, inHand: [Third]);
            Assert.InRange(new FileInfo(File).Length, 1, 1000);
            await notebook.OnDisk(notebook.Enter([last]));
            notebook.Saved(saved, inHand: [Third]);
        }
        Assert.Equal([Third, Second, last], Read());
    }

    private List<Note> Read()
    {
        using var file = new StreamReader(new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        return [.. NoteLines.Read(file.ReadToEnd().Split('\n'))];
    }
}
