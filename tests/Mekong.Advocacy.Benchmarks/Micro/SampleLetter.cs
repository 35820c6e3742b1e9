using System.Buffers;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Serving;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Benchmarks.Micro;

/// <summary>The mail of a campaign in one language, to one reader after another.</summary>
internal sealed class SampleLetter
{
    private const string OptOut = Installation.PublicUrl + "/u/1234567.AAAAAAAAAAAAAAAAAAAAAA", Link = Installation.PublicUrl + "/m/1234567.BBBBBBBBBBBBBBBBBBBBBB";

    private static readonly AdvocacySettings Settings = new() { Email = new() { From = $"Mekong Alerts <alerts@{Installation.Host}>" } };
    private readonly Letterheads heads = new(Settings);
    private readonly ArrayBufferWriter<byte> output = new(16 * 1024);
    private readonly AlertMessage frame;
    private readonly EmailMessage written;
    private readonly Personal reader = new("Sok Sophea", "Organisation 7", "Cambodia", OptOut, Link);

    public SampleLetter(string language)
    {
        frame = new MessageTemplates(Settings).Alert(AlertToAll.Text(language), language);
        written = Message();
    }

    /// <summary>Puts the reader's values into the texts.</summary>
    public int Render() => Message().Html.Values.Count;

    /// <summary>Writes what was rendered as it leaves.</summary>
    public int Write()
    {
        output.ResetWrittenCount();
        MimeWriter.Write(written, output);
        return output.WrittenCount;
    }

    private EmailMessage Message() => new(
        MessageId: $"1234567.0198c7a1000070008000000000000001@{Installation.Host}",
        EnvelopeFrom: $"bounce+1234567.CCCCCCCCCCCCCCCCCCCCCC@{Installation.Host}",
        From: heads.From,
        To: new Mailbox("reader1234567@post.example", reader.Name),
        Subject: frame.SubjectFor(reader),
        Text: frame.MergedPlain(reader),
        Html: frame.MergedHtml(reader),
        Language: frame.Language,
        Date: DateTimeOffset.UnixEpoch,
        Headers: heads.Of(frame, Guid.Empty).HeadersFor(OptOut));
}
