using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Outbox;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public sealed class OutboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outbox-");
    private readonly ServiceProvider services;
    private readonly SettableClock clock = new();

    public OutboxTests() =>
        services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddOutbox(Path.Combine(folder.FullName, "out")).BuildServiceProvider();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string[] Names => [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        services.Dispose();
        folder.Delete(true);
    }

    [Fact]
    public async Task A_message_lies_in_the_folder_as_SMTP_would_have_carried_it()
    {
        var fate = await services.GetRequiredService<IEmailTransport>().Send(Letters.In("km"), Ct);
        Assert.Equal(Fate.Accepted, fate.Fate);
        Assert.Equal(["20261123T010509000Z-alert-7.km.eml"], Names);
        Assert.Equal(MimeWriter.Write(Letters.In("km")), await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "out", Names[0]), Ct));
    }

    [Fact]
    public async Task The_same_message_again_takes_the_same_file_and_another_does_not()
    {
        var email = services.GetRequiredService<IEmailTransport>();
        await email.Send(Letters.Plain, Ct);
        clock.Now += TimeSpan.FromMinutes(1);
        await email.Send(Letters.Plain with { Subject = "Again" }, Ct);
        Assert.Equal(["20261123T010509000Z-alert-7.en.eml"], Names);
        await email.Send(Letters.Plain with { MessageId = "alert-7.en@other.example" }, Ct);
        await email.Send(Letters.Plain with { MessageId = "../x/y@other.example" }, Ct);
        Assert.Equal(["20261123T010509000Z-alert-7.en.eml", "20261123T010609000Z-.._x_y.eml", "20261123T010609000Z-alert-7.en.eml"], Names);
    }

    [Fact]
    public async Task What_SMTP_would_refuse_is_refused()
    {
        var email = services.GetRequiredService<IEmailTransport>();
        Assert.Equal("5.1.3", (await email.Send(Letters.Plain with { To = new("ā@example.org") }, Ct)).Reason);
        Assert.Equal("5.1.7", (await email.Send(Letters.Plain with { EnvelopeFrom = "x\r\n@example.org" }, Ct)).Reason);
        Assert.Empty(Names);
    }

    [Fact]
    public async Task A_text_is_found_again_by_number_and_time()
    {
        var sms = services.GetRequiredService<ISmsTransport>();
        var first = await sms.Send(new SmsMessage("+85512345678", "សូម\n\nTo: x"), Ct);
        Assert.StartsWith("OUTBOX-", first.ProviderId, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromMinutes(1);
        var second = await sms.Send(new SmsMessage("+85512345678", "two"), Ct);
        await sms.Send(new SmsMessage("+8562012345", "three"), Ct);
        Assert.Equal(
            [new SmsTrace(first.ProviderId!, "សូម\n\nTo: x", SmsStatus.Accepted, Letters.Sent, null), new SmsTrace(second.ProviderId!, "two", SmsStatus.Accepted, clock.Now, null)],
            await sms.Find("+85512345678", Letters.Sent, Ct));
        Assert.Equal(second.ProviderId, Assert.Single(await sms.Find("+85512345678", clock.Now, Ct)).ProviderId);
        Assert.Null(sms.ReadReport("https://x.example", [], null));
    }

    /// <summary>A clock that stands still until it is set.</summary>
    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Letters.Sent;
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
