using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Templates;

/// <summary>Why a change of the library is refused; each code is a sentence in the seven languages.</summary>
public static class TemplateRefusals
{
    public static readonly Refusal NoSuchFile = new("template.no-such-file");
    public static readonly Refusal BadName = new("template.bad-name", "name");
    public static readonly Refusal HasMoved = new("template.has-moved", "text");
    public static readonly Refusal NeedsText = new("template.needs-text", "text");
    public static readonly Refusal TooLong = new("template.too-long", "text");
    public static readonly Refusal DoesNotCompile = new("template.does-not-compile", "text");
    public static readonly Refusal UnknownField = new("template.unknown-field", "text");
    public static readonly Refusal NeedsField = new("template.needs-field", "text");
    public static readonly Refusal RawField = new("template.raw-field", "text");
    public static readonly Refusal ActiveContent = new("template.active-content", "text");
    public static readonly Refusal RemoteAsset = new("template.remote-asset", "text");
}
