using System.Text;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Registers;

public sealed class EntryFormTests
{
    private static readonly RegisterEntry Entry = new(
        RegisterAct.Withdrawal, Guid.Parse("0192d0a0-0000-7000-8000-000000000001"), 2, new string('a', 64), "km", Guid.Parse("0192d0a0-0000-8000-8000-0000000000ff"),
        new string('b', 64), new DateTimeOffset(2026, 10, 21, 23, 59, 59, 999, TimeSpan.FromHours(7)).AddTicks(5), "ស្នើដោយ\nអង្គការ");

    [Fact]
    public void An_entry_has_one_form_for_ever()
    {
        Assert.Equal($"""
            mekong-entry:v1
            act 10:withdrawal
            statement 36:0192d0a0-0000-7000-8000-000000000001
            version 1:2
            text 64:{Entry.TextHash}
            language 2:km
            sign-on 36:0192d0a0-0000-8000-8000-0000000000ff
            endorser 64:{Entry.Endorser}
            at 24:2026-10-21T16:59:59.999Z
            reason 43:ស្នើដោយ
            អង្គការ

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(EntryForm.Bytes(Entry)));
        Assert.EndsWith("reason -\n", Encoding.UTF8.GetString(EntryForm.Bytes(Entry with { Reason = null })), StringComparison.Ordinal);
        Assert.EndsWith("reason 0:\n", Encoding.UTF8.GetString(EntryForm.Bytes(Entry with { Reason = "" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_entries_have_one_form_only_when_they_say_the_same()
    {
        var words = Gen.Elements("", "-", "\n", " ", "2:km", "\nreason -", "km", "ក", "3").ListOf().Select(string.Concat);
        var entries =
            from act in Gen.Elements(Enum.GetValues<RegisterAct>())
            from version in Gen.Choose(1, 3)
            from language in words
            from hasReason in Gen.Elements(true, false)
            from reason in words
            from late in Gen.Choose(0, 2)
            select Entry with { Act = act, TextVersion = version, Language = language, Reason = hasReason ? reason : null, At = Entry.At.AddMilliseconds(late) };
        Quiet.Holds(entries.Two(), pair => pair.Item1.Equals(pair.Item2) == EntryForm.Leaf(pair.Item1).Equals(EntryForm.Leaf(pair.Item2)));
    }

    [Fact]
    public void Half_a_character_and_a_hash_that_is_none_are_refused()
    {
        Assert.Throws<EncoderFallbackException>(() => EntryForm.Bytes(Entry with { Reason = "\ud83d" }));
        Assert.Throws<FormatException>(() => EntryForm.Bytes(Entry with { TextHash = new string('A', 64) }));
    }
}
