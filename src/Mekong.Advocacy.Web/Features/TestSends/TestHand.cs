using System.Net.Mail;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>
/// Writes a trial to a colleague: the same message as a reader's, marked in its first word, and with links that act on nobody's consent and
/// lead to the preview instead of the page on the web, which the alert does not have yet.
/// </summary>
internal sealed class TestHand(
    IEmailTransport mail, ISmsTransport sms, AlertTexts texts, UserManager<Account> accounts, AdvocacySettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(4);

    public async Task<Handover> Send(SendTestMessage test, AlertText text, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(test.Reviewer.ToString()) is not { } account) return Not("no-account");
        var message = await texts.Of(text, test.Language, ct);
        var reader = Neutral.Reader(test.Language, OptOut.AbsoluteUri, new Uri(settings.PublicUrl, $"/workspace/alerts/{test.AlertId}/preview?language={test.Language}").AbsoluteUri);
        var mark = WordsIn.Of(test.Language, "mail.test-mark");
        if (test.Channel == Channel.Sms)
            return account.PhoneNumber is { Length: > 0 } number ? await sms.Send(new SmsMessage(number, $"{mark} {message.SmsFor(reader)}", null, Validity), ct) : Not("no-phone");
        return account.Email is { Length: > 0 } address ? await mail.Send(Mail(test, message, reader, mark, address), ct) : Not("no-email");
    }

    private Uri OptOut => new(settings.PublicUrl, $"/u/{Links.Trial}");

    private EmailMessage Mail(SendTestMessage test, AlertMessage message, Personal reader, string mark, string address)
    {
        var from = new MailAddress(settings.Email.From);
        return new EmailMessage(
            MessageId: $"test-{test.TestId:N}.{test.Reviewer:N}.{test.Language}@{from.Host}",
            EnvelopeFrom: $"bounce+test@{from.Host}",
            From: new Mailbox(from.Address, from.DisplayName),
            To: new Mailbox(address),
            Subject: $"{mark} {message.SubjectFor(reader)}",
            Text: message.MergedPlain(reader),
            Html: message.MergedHtml(reader),
            Language: test.Language,
            Date: clock.GetUtcNow(),
            Headers: ListHeaders.Of(settings, OptOut, test.AlertId, test.Language, "test"));
    }

    private static Handover Not(string reason) => new(Fate.Refused, reason, reason);
}
