using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One language of the form, as typed.</summary>
public sealed class TextForm
{
    public string? Subject { get; set; }
    public string? Body { get; set; }
    public string? Sms { get; set; }
    public bool IsWritten => !string.IsNullOrWhiteSpace(Subject + Body + Sms);
}

/// <summary>An alert's form, kept as typed until it can be saved.</summary>
public sealed class AlertForm
{
    public string? Name { get; set; }
    public Dictionary<string, TextForm> Texts { get; set; } = Language.All.ToDictionary(code => code, _ => new TextForm());
    public List<string> Channels { get; set; } = [];
    public List<string> Countries { get; set; } = [];
    public List<string> Languages { get; set; } = [];
    public List<string> Topics { get; set; } = [];
    public List<string> Organisations { get; set; } = [];
    public Fallback Fallback { get; set; } = Fallback.English;

    public AlertContent ToContent() => new AlertJson(
        Name,
        Texts.Where(text => text.Value.IsWritten).ToDictionary(
            text => text.Key, AlertTextJson? (text) => new(text.Value.Subject, text.Value.Body, text.Value.Sms)),
        new AudienceJson([.. Countries], [.. Languages], [.. Topics], [.. Organisations], [.. Channels]),
        Fallback.ToString()).ToContent();

    public static AlertForm From(AlertContent content)
    {
        var form = new AlertForm
        {
            Name = content.Name,
            Channels = [.. content.Audience.Channels],
            Countries = [.. content.Audience.Countries],
            Languages = [.. content.Audience.Languages],
            Topics = [.. content.Audience.Topics],
            Organisations = [.. content.Audience.Organisations],
            Fallback = content.Fallback,
        };
        foreach (var (code, text) in content.Texts) form.Texts[code] = new TextForm { Subject = text.Subject, Body = text.Body, Sms = text.Sms };
        return form;
    }
}
