namespace Mekong.Advocacy.Domain.Templates;

/// <summary>What can happen to a file of the library. Stored for ever: add records, never edit one.</summary>
public abstract record TemplateEvent;

/// <param name="File">Below templates/, e.g. "alert/email.km.html".</param>
/// <param name="Text">The whole file from now on.</param>
public sealed record TemplateChanged(Guid ChangedBy, string File, string Text) : TemplateEvent;

/// <summary>From now on the file is again as it came with the platform; one that did not come with it is gone.</summary>
public sealed record TemplateReset(Guid ResetBy, string File) : TemplateEvent;
