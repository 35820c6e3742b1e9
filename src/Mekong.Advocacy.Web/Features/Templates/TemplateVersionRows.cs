using System.Globalization;
using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>One version of a file of the library.</summary>
/// <param name="Position">In the whole log: an approval covers what has a lower one.</param>
/// <param name="ChangedBy">Account id.</param>
/// <param name="Text">Null: as it came with the platform.</param>
public sealed record TemplateVersionRow(long Position, string File, long Version, DateTimeOffset At, string ChangedBy, string? Text);

/// <summary>Every version of every file, right the moment a command returns.</summary>
internal sealed class TemplateVersionRows : Projection<TemplateVersionRow>
{
    public override string Table => "advocacy.template_versions";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) => happened.Event is TemplateEvent ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override TemplateVersionRow? Apply(TemplateVersionRow? row, Recorded happened) => happened.Event switch
    {
        TemplateChanged e => new(happened.Position, e.File, happened.Version, happened.At, happened.Metadata.Actor, e.Text),
        TemplateReset e => new(happened.Position, e.File, happened.Version, happened.At, happened.Metadata.Actor, null),
        _ => row,
    };
}
