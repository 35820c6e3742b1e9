using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One language of the form, as typed.</summary>
/// <param name="Base">The hash of the text it was loaded with; empty for none.</param>
public sealed record TextForm(string Subject, string Body, string Sms, string Base)
{
    public static readonly TextForm Empty = new("", "", "", "");

    public AlertText Text => new AlertTextJson(Subject, Body, Sms).ToText();

    public bool IsTouched => TextEdits.HashOf(Text) != Base;

    public static TextForm From(AlertText? text) => text is null ? Empty : new(text.Subject, text.Body, text.Sms, TextEdits.HashOf(text));
}

/// <summary>Name, source and texts of an alert as typed, with what each was when the page was loaded.</summary>
/// <param name="Id">The alert's; a new one's is chosen by its first page, so that saving twice writes one alert.</param>
public sealed record WriteForm(Guid Id, string Name, string NameBefore, string Source, string SourceBefore, IReadOnlyDictionary<string, TextForm> Texts)
{
    private const string Prefix = "Form.";

    public static string NameOf(string field) => Prefix + field;

    public static string NameOf(string language, string field) => $"{Prefix}Texts[{language}].{field}";

    public static WriteForm Blank(Guid id, IReadOnlyDictionary<string, AlertText>? start) => new(id, "", "", Language.English, "",
        Language.All.ToDictionary(code => code, code => TextForm.From(start?.GetValueOrDefault(code)) with { Base = "" }));

    public static WriteForm From(Guid id, AlertContent content) => new(id, content.Name, content.Name, content.Source, content.Source,
        Language.All.ToDictionary(code => code, code => TextForm.From(content.Texts.GetValueOrDefault(code))));

    /// <param name="field">What was posted or kept under a name; null: nothing.</param>
    public static WriteForm Read(Guid? id, Func<string, string?> field)
    {
        string Of(string name) => field(NameOf(name)) ?? "";
        return new(
            id ?? (Guid.TryParse(Of("Id"), CultureInfo.InvariantCulture, out var chosen) ? chosen : Guid.Empty),
            Of("Name"), Of("NameBefore"), Of("Source"), Of("SourceBefore"),
            Language.All.ToDictionary(code => code, code => new TextForm(
                field(NameOf(code, "Subject")) ?? "", field(NameOf(code, "Body")) ?? "", field(NameOf(code, "Sms")) ?? "", field(NameOf(code, "Base")) ?? "")));
    }

    /// <summary>The first version of a new alert: both channels, everybody, English where a language is missing.</summary>
    public AlertContent ToDraft() => new(
        Name.Trim(), Texts.Where(text => !text.Value.Text.IsEmpty).ToDictionary(text => text.Key, text => text.Value.Text),
        new Audience([], [], [], [], [.. Channel.All]), Fallback.English)
    { Source = Source };

    public EditTexts ToEdits() => new(
        Id, Name.Trim(), Source, Texts.ToDictionary(text => text.Key, text => text.Value.Text), Texts.ToDictionary(text => text.Key, text => text.Value.Base))
    { NameBefore = NameBefore, SourceBefore = SourceBefore };

    /// <summary>True when saving would change something.</summary>
    public bool Differs => Name.Trim() != NameBefore || Source != SourceBefore && SourceBefore.Length > 0 || Texts.Values.Any(text => text.IsTouched);

    /// <summary>
    /// The form over the alert as it is now: what was not typed shows what is stored. Where both have changed, the writer sees theirs
    /// beside their own, and from then on saves over it.
    /// </summary>
    public (WriteForm Form, IReadOnlyDictionary<string, AlertText> Theirs) Over(AlertContent now)
    {
        var theirs = ToEdits().Edits.Moved(now).ToDictionary(code => code, code => now.Texts.GetValueOrDefault(code) ?? new AlertText("", "", ""));
        return (this with
        {
            Name = Name == NameBefore ? now.Name : Name,
            NameBefore = now.Name,
            Source = Source == SourceBefore ? now.Source : Source,
            SourceBefore = now.Source,
            Texts = Texts.ToDictionary(text => text.Key, text => text.Value.IsTouched
                ? text.Value with { Base = TextEdits.HashOf(now.Texts.GetValueOrDefault(text.Key)) }
                : TextForm.From(now.Texts.GetValueOrDefault(text.Key))),
        }, theirs);
    }
}
