namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>The numbers of a report and how they add up, so that small ones can be hidden in all of its tables at once.</summary>
internal sealed class Sheet
{
    private readonly List<long> values = [];
    private readonly List<int[]> lines = [];
    private bool[]? hidden;

    public int Add(long value)
    {
        values.Add(value);
        return values.Count - 1;
    }

    public void Line(IEnumerable<int> parts, int sum) => lines.Add([.. parts, sum]);

    public void Hide() => hidden = SmallCells.Hide(values, lines);

    public bool HidesAny => hidden?.Contains(true) ?? false;

    /// <summary>Null where it is hidden.</summary>
    public long? this[int place] => hidden?[place] ?? false ? null : values[place];
}
