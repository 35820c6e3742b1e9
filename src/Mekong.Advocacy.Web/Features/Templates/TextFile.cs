using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>A reusable text as a file: the first line is the subject, then a blank line, the body in Markdown, a line "-- sms --", the text message.</summary>
public static class TextFile
{
    private const string Sms = "-- sms --";

    public static AlertText Read(string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n').ToList();
        var cut = lines.FindIndex(line => line.Trim() == Sms);
        var mail = cut < 0 ? lines : lines[..cut];
        return new AlertText(
            mail.FirstOrDefault("").Trim(),
            string.Join('\n', mail.Skip(1)).Trim(),
            cut < 0 ? "" : string.Join('\n', lines.Skip(cut + 1)).Trim());
    }
}
