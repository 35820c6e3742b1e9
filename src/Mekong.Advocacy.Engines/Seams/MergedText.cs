namespace Mekong.Advocacy.Engines.Seams;

/// <summary>What all messages of one campaign and language share of a text: the literals around the places that are filled in.</summary>
/// <remarks>Keep one frame for all its messages: an engine encodes it once and knows it again by reference.</remarks>
public sealed class TextFrame(IReadOnlyList<string> literals)
{
    /// <summary>One more than there are places; an empty one where two places touch.</summary>
    public IReadOnlyList<string> Literals { get; } =
        literals.Count > 0 ? literals : throw new ArgumentException("A frame has at least one literal.", nameof(literals));
}

/// <summary>A text as a frame and one reader's values.</summary>
/// <param name="Values">One for each place in order, already escaped for it; line breaks are whole within a literal or a value.</param>
public sealed record MergedText(TextFrame Frame, IReadOnlyList<string> Values)
{
    public IReadOnlyList<string> Values { get; } =
        Values.Count == Frame.Literals.Count - 1 ? Values : throw new ArgumentException("A value for each place, and no more.", nameof(Values));

    /// <summary>A text that is shared with no other message.</summary>
    public static implicit operator MergedText(string text) => FromString(text);

    public static MergedText FromString(string text) => new(new TextFrame([text]), []);

    /// <summary>The text as its reader sees it.</summary>
    public override string ToString() =>
        Values.Count == 0 ? Frame.Literals[0] : string.Concat(Frame.Literals.Zip(Values, string.Concat)) + Frame.Literals[^1];
}
