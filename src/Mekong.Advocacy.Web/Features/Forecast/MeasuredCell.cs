using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>One cell of an audience with the longest values its readers have.</summary>
internal sealed class MeasuredCell(SmsCell cell, string optOutUrl, string webUrl = "")
{
    private readonly LongestValues names = new();

    private readonly LongestValues organisations = Measured(cell.Organisations);

    public SmsCell Cell { get; } = cell;

    public void Add(string name) => names.Add(name);

    /// <summary>The longest text that anybody in the cell may get: most parts first, then most units.</summary>
    public (string Text, SmsCount Count) Longest(AlertMessage message) =>
        (from name in names.Candidates
         from organisation in organisations.Candidates
         let text = message.SmsFor(new Personal(name, organisation, WordsIn.Country(Cell.Language, Cell.Country), optOutUrl, webUrl))
         let count = SmsSegments.Count(text)
         orderby count.Parts descending, count.Units descending
         select (text, count)).First();

    /// <summary>What the text needs before any reader's values are filled in.</summary>
    public SmsEncoding Unfilled(AlertMessage message) => SmsSegments.Count(message.SmsFor(new Personal("", "", WordsIn.Country(Cell.Language, Cell.Country), optOutUrl, webUrl))).Encoding;

    private static LongestValues Measured(IEnumerable<string> values)
    {
        var longest = new LongestValues();
        foreach (var value in values) longest.Add(value);
        return longest;
    }
}
