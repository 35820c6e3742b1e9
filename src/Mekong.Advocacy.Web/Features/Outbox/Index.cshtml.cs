using System.Globalization;
using System.Text;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Outbox;

/// <summary>A message that was written to the folder instead of being sent.</summary>
public sealed record OutboxMessage(string File, string Channel, string To, string Title, DateTimeOffset At);

/// <summary>What would have left, newest first: for trying the platform without a mail server or a provider.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, AdvocacySettings settings) : WorkspacePage(mediator, words)
{
    private const int Most = 200;

    public int Total { get; private set; }

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Actor.May([Role.Coordinator, Role.Approver])) return Forbid();
        var files = Directory.Exists(settings.Outbox)
            ? new DirectoryInfo(settings.Outbox).GetFiles().Where(file => file.Extension is ".eml" or ".txt").OrderByDescending(file => file.Name, StringComparer.Ordinal).ToList()
            : [];
        Total = files.Count;
        var messages = new List<OutboxMessage>();
        foreach (var file in files.Take(Most)) messages.Add(Describe(file.Name, await System.IO.File.ReadAllTextAsync(file.FullName, Encoding.UTF8, ct)));
        Messages = messages;
        return Page();
    }

    private static OutboxMessage Describe(string name, string text)
    {
        var at = DateTimeOffset.ParseExact(name[..19], "yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (name.EndsWith(".eml", StringComparison.Ordinal))
            return new(name, Channel.Email, Eml.Header(text, "To") ?? "", Eml.Header(text, "Subject") ?? name, at);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new(name, Channel.Sms, lines.FirstOrDefault(line => line.StartsWith("To: ", StringComparison.Ordinal))?[4..] ?? "",
            lines.SkipWhile(line => line.Length > 0).FirstOrDefault(line => line.Length > 0) ?? name, at);
    }
}
