using System.Text;
using Mekong.Advocacy.Benchmarks.Seeding;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>An alert in seven languages to every reader, as the API takes it: the library's own texts with every merge field.</summary>
internal static class AlertToAll
{
    /// <summary>UTF-8 bytes of a body that make a mail of about 6 KB, two parts, frame and header together.</summary>
    private const int Length = 300;

    private const string Fields = "\n\n{{name}} — {{organisation}}, {{country}}\n\n[{{link}}]({{link}})\n";

    /// <param name="topic">Whoever follows it gets the alert.</param>
    public static object Json(string topic = Reader.Topic, string channel = "email") => new
    {
        name = "A public hearing",
        texts = Language.All.ToDictionary(code => code, Text),
        audience = new { topics = new[] { topic }, channels = new[] { channel } },
        fallback = "english",
    };

    /// <summary>The file's first line is the subject; what follows the line "-- sms --" is the short text.</summary>
    public static AlertText Text(string language)
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "texts", $"public-hearing.{language}.txt")).ReplaceLineEndings("\n");
        var (mail, sms) = file.Split("\n-- sms --\n") is [var first, var second] ? (first, second) : (file, "");
        var subject = mail.Split('\n')[0];
        return new(subject, Beginning(mail[subject.Length..].Trim()) + Fields, sms.Trim());
    }

    /// <summary>Whole paragraphs: as many as fit, and at least the first two.</summary>
    private static string Beginning(string body)
    {
        var paragraphs = body.Split("\n\n");
        var fit = 2;
        while (fit < paragraphs.Length && Encoding.UTF8.GetByteCount(string.Join("\n\n", paragraphs[..(fit + 1)])) <= Length) fit++;
        return string.Join("\n\n", paragraphs[..Math.Min(fit, paragraphs.Length)]);
    }
}
