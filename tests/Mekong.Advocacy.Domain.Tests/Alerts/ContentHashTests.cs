using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

public sealed class ContentHashTests
{
    /// <summary>Few letters, and those the canonical form itself uses, so that collisions would be found.</summary>
    private static readonly Gen<string> Word =
        Gen.Elements("", "a", "b", "1", "|", ":", "\n", "1:", "|1:a", "text", "ក", "👍").ListOf().Select(parts => string.Concat(parts.Take(4)));

    private static readonly Gen<string[]> Words = Word.ListOf().Select(words => words.Take(4).ToArray());

    private static readonly Gen<AlertText> Text = from subject in Word from body in Word from sms in Word select new AlertText(subject, body, sms);

    private static readonly Gen<AlertContent> Content =
        from name in Word
        from languages in Gen.SubListOf("en", "km", "lo", "my")
        from texts in Text.ListOf(4)
        from countries in Words
        from codes in Words
        from topics in Words
        from organisations in Words
        from channels in Words
        from fallback in Gen.Elements(Fallback.Next, Fallback.English, Fallback.None)
        select new AlertContent(
            name, languages.Zip(texts).ToDictionary(pair => pair.First, pair => pair.Second),
            new Audience(countries, codes, topics, organisations, channels), fallback);

    /// <summary>Everything the approval binds, written so that two values differ exactly when their contents do.</summary>
    private static string Meaning(AlertContent content) => System.Text.Json.JsonSerializer.Serialize(new object[]
    {
        content.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new[] { pair.Key, pair.Value.Subject, pair.Value.Body, pair.Value.Sms }),
        new[] { content.Audience.Countries, content.Audience.Languages, content.Audience.Topics, content.Audience.Organisations, content.Audience.Channels }
            .Select(list => list.Distinct().Order(StringComparer.Ordinal)),
        content.Fallback,
    });

    [Fact]
    public void Two_contents_have_one_hash_only_when_they_say_the_same() =>
        Quiet.Holds(Content.Two(), pair => Meaning(pair.Item1) == Meaning(pair.Item2) == (pair.Item1.Hash == pair.Item2.Hash));

    [Fact]
    public void Every_change_of_one_part_changes_it() => Quiet.Holds(
        from was in Content from part in Gen.Choose(0, 8) from added in Gen.Elements("x", "|", "0:", "\n3") select (was, part, added),
        change => Changed(change.was, change.part, change.added).Hash != change.was.Hash);

    [Fact]
    public void A_character_that_moves_into_the_next_field_changes_it() => Quiet.Holds(
        from text in Text from moved in Gen.Elements("a", "|", ":", "1", "\n") select (text, moved),
        move => new[]
        {
            Only(move.text with { Subject = move.text.Subject + move.moved }),
            Only(move.text with { Body = move.moved + move.text.Body }),
            Only(move.text with { Body = move.text.Body + move.moved }),
            Only(move.text with { Sms = move.moved + move.text.Sms }),
        }.DistinctBy(Meaning).Count() is var different
            && new[]
            {
                Only(move.text with { Subject = move.text.Subject + move.moved }).Hash,
                Only(move.text with { Body = move.moved + move.text.Body }).Hash,
                Only(move.text with { Body = move.text.Body + move.moved }).Hash,
                Only(move.text with { Sms = move.moved + move.text.Sms }).Hash,
            }.Distinct().Count() == different);

    [Fact]
    public void A_word_that_moves_into_the_next_list_changes_it() => Quiet.Holds(
        Word, word => Enumerable.Range(1, 5).Select(part => Changed(Only(new("", "", "")), part, "x" + word).Hash).Distinct().Count() == 5);

    [Fact]
    public void Order_and_repetition_do_not() => Quiet.Holds(Content, was => was.Hash == (was with
    {
        Texts = was.Texts.Reverse().ToDictionary(),
        Audience = new(Turned(was.Audience.Countries), Turned(was.Audience.Languages), Turned(was.Audience.Topics), Turned(was.Audience.Organisations), Turned(was.Audience.Channels)),
    }).Hash);

    [Fact]
    public void Nor_does_the_name() => Quiet.Holds(Content.Two(), pair => pair.Item1.Hash == (pair.Item1 with { Name = pair.Item2.Name }).Hash);

    [Fact]
    public void It_is_SHA_256_and_what_was_approved_last_year_stays_approved() =>
        Assert.Equal("3b893921730526fd44ebaf18dc1ae601419c346c0c83b4c20c02c53879fd03fa", Life.Content.Hash); // computed outside the platform

    private static string[] Turned(IReadOnlyList<string> list) => [.. list.Reverse(), .. list];

    private static AlertContent Only(AlertText text) =>
        new("", new Dictionary<string, AlertText> { ["en"] = text }, new Audience([], [], [], [], []), Fallback.English);

    private static AlertContent Changed(AlertContent was, int part, string added)
    {
        string[] More(IReadOnlyList<string> list) => [.. list, added + string.Concat(list)];
        var (audience, english) = (was.Audience, was.Texts.GetValueOrDefault("en", new AlertText("", "", "")));
        return part switch
        {
            0 => was with { Fallback = was.Fallback == Fallback.Next ? Fallback.None : Fallback.Next },
            1 => was with { Audience = audience with { Countries = More(audience.Countries) } },
            2 => was with { Audience = audience with { Languages = More(audience.Languages) } },
            3 => was with { Audience = audience with { Topics = More(audience.Topics) } },
            4 => was with { Audience = audience with { Organisations = More(audience.Organisations) } },
            5 => was with { Audience = audience with { Channels = More(audience.Channels) } },
            6 => was.With("en", english with { Subject = english.Subject + added }),
            7 => was.With("en", english with { Body = english.Body + added }),
            _ => was.With("en", english with { Sms = english.Sms + added }),
        };
    }
}
