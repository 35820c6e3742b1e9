using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.MailKit;
using Mekong.Advocacy.Engines.Seams;
using MimeKit;

namespace Mekong.Advocacy.Web.Tests.Engines.Email.Packaged;

/// <summary>MimeKit's writer and signer.</summary>
public sealed class MailKitWrittenMailTests : WrittenMailContract
{
    private protected override byte[] Written(EmailMessage message, DkimOptions? dkim = null)
    {
        using var letter = MailKitLetter.Write(message, dkim is null ? null : new MailKitSigner(dkim));
        using var output = new MemoryStream();
        var options = FormatOptions.Default.Clone();
        (options.NewLineFormat, options.EnsureNewLine) = (NewLineFormat.Dos, true);
        letter.Content.WriteTo(options, output);
        return output.ToArray();
    }
}
