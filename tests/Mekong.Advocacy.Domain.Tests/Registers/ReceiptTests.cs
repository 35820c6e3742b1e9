using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Registers;

public sealed class ReceiptTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<string> Codes = from number in Gen.Choose(0, int.MaxValue) select Receipt.Of(Digest.Of($"leaf {number}"));

    [Fact]
    public void It_is_the_beginning_of_the_leaf_hash_in_groups_that_can_be_read_out()
    {
        Assert.Equal("KJ7J-M4EG-WHN", Receipt.Of(Digest.Parse("9c8f2a11d0e44b7d" + new string('0', 48)))); // computed outside the platform
        Assert.Equal("ZZZZ-ZZZZ-ZZ4", Receipt.Of(Digest.Parse(new string('f', 64))));
    }

    [Fact]
    public void It_is_read_back_in_every_spelling_that_people_use() => Quiet.Holds(
        from code in Codes
        from spelled in Gen.CollectToArray(code.Select(Spellings))
        from ends in Gen.Elements("", " ", "\n", "\u200B")
        select (code, typed: ends + string.Concat(spelled) + ends), drawn => Receipt.Read(drawn.typed) == drawn.code);

    [Fact]
    public void Any_single_wrong_character_is_noticed() => Quiet.Holds(Codes, code =>
        Enumerable.Range(0, code.Length).Where(at => code[at] != '-')
            .SelectMany(at => (Alphabet + "UÉ១").Where(c => c != code[at]).Select(c => code[..at] + c + code[(at + 1)..]))
            .All(wrong => Receipt.Read(wrong) is null));

    [Fact]
    public void So_are_two_characters_exchanged_one_missing_and_one_too_many() => Quiet.Holds(Codes, code =>
    {
        var bare = code.Replace("-", "", StringComparison.Ordinal);
        var exchanged =
            from i in Enumerable.Range(0, bare.Length)
            from j in Enumerable.Range(i + 1, bare.Length - i - 1)
            where bare[i] != bare[j]
            select bare[..i] + bare[j] + bare[(i + 1)..j] + bare[i] + bare[(j + 1)..];
        return exchanged.Append(bare[1..]).Append(bare + "0").Append("").All(wrong => Receipt.Read(wrong) is null);
    });

    private static Gen<string> Spellings(char c) => c switch
    {
        '0' => Gen.Elements("0", "O", "o"),
        '1' => Gen.Elements("1", "I", "i", "L", "l"),
        '-' => Gen.Elements("-", "", " ", " – ", "—", "\u00A0"),
        _ => Gen.Elements(c.ToString(), char.ToLowerInvariant(c).ToString(), $"{c} "),
    };
}
