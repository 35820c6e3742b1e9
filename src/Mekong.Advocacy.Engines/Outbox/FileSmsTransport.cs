using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Outbox;

/// <summary>Writes texts into a folder in place of sending them.</summary>
internal sealed class FileSmsTransport(string folder, TimeProvider clock) : ISmsTransport
{
    private readonly OutboxFolder outbox = new(folder);

    public int Connections => 1;

    public async Task<Handover> Send(SmsMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (message.To.AsSpan().ContainsAny('\r', '\n')) return new(Fate.BadAddress, "outbox", "The number cannot be written.");
        var now = clock.GetUtcNow();
        var text = new SmsFile($"OUTBOX-{Guid.CreateVersion7(now):N}", message.To, now, message.Body);
        try { await outbox.Write(outbox.NewPath($"{text.Id}.txt", now), Encoding.UTF8.GetBytes(text.ToString()), ct); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return new(Fate.Unreachable, "outbox", "The outbox folder cannot be written."); }
        return new(Fate.Accepted, "outbox", "Written to the outbox.", text.Id);
    }

    public async Task<IReadOnlyList<SmsTrace>> Find(string to, DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<SmsTrace>();
        foreach (var file in outbox.All("txt"))
        {
            if (SmsFile.Parse(await File.ReadAllTextAsync(file, ct)) is { } text && text.To == to && text.At >= since) found.Add(text.ToTrace());
        }
        return found;
    }

    /// <summary>Nobody reports on what went nowhere.</summary>
    public SmsReport? ReadReport(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) => null;

    /// <summary>Nobody answers what went nowhere.</summary>
    public SmsReceived? ReadText(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) => null;
}
