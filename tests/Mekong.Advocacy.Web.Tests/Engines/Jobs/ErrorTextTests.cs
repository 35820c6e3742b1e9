using Mekong.Advocacy.Engines.Jobs;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public sealed class ErrorTextTests
{
    [Fact]
    public void It_begins_with_type_and_message_and_ends_after_2000_characters()
    {
        var text = ErrorText.Of(new InvalidOperationException(new string('x', 3000)));
        Assert.StartsWith("System.InvalidOperationException: xxx", text, StringComparison.Ordinal);
        Assert.Equal(2000, text.Length);
    }

    [Fact]
    public void A_character_of_two_code_units_at_the_cut_is_left_out_whole()
    {
        var before = "System.InvalidOperationException: ".Length;
        var text = ErrorText.Of(new InvalidOperationException(new string('x', 1999 - before) + "😀 and more"));
        Assert.Equal(1999, text.Length);
        Assert.EndsWith("x", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_PostgreSQL_cannot_store_is_replaced() =>
        Assert.Equal("System.InvalidOperationException: a\uFFFDb", ErrorText.Of(new InvalidOperationException("a\0\uD800b")));
}
