using System.Text;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Outbox;

/// <summary>Writes e-mail into a folder in place of sending it, byte for byte as SMTP would have carried it.</summary>
internal sealed class FileEmailTransport(string folder, TimeProvider clock) : IEmailTransport
{
    private readonly OutboxFolder outbox = new(folder);

    public int Connections => 1;

    public IEmailLine Open() => new PlainLine(this);

    public async Task<Handover> Send(EmailMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            var written = MimeWriter.Write(message);
            _ = Smtp.SmtpEnvelope.Of(message); // what SMTP would refuse is refused here, too
            var name = OutboxFolder.Safe(message.MessageId.Split('@')[0]) + ".eml";
            var before = outbox.Find(name) is { } found && IsCopy(found, message.MessageId) ? found : null;
            var path = before ?? outbox.NewPath(name, clock.GetUtcNow());
            await outbox.Write(path, written, ct);
            return new(Fate.Accepted, "outbox", "Written to the outbox.", Path.GetFileName(path));
        }
        catch (ArgumentException e) { return Unwritable.Fate(message, e); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return new(Fate.Unreachable, "outbox", "The outbox folder cannot be written."); }
    }

    private static bool IsCopy(string file, string messageId) =>
        File.ReadAllText(file, Encoding.ASCII).Contains($"\r\nMessage-ID: <{messageId}>\r\n", StringComparison.Ordinal);
}
