using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Tests.Resources;

/// <summary>Every sentence exists in every language and quotes the same things.</summary>
public sealed partial class WordsTests
{
    private static readonly ResourceManager Words = new("Mekong.Advocacy.Web.Resources.Words", typeof(Words).Assembly);

    public static TheoryData<string> Translations => [.. Language.All.Where(code => code != Language.English)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_language_has_every_key_and_none_that_English_lacks(string code) =>
        Assert.Equal(In(Language.English).Keys.Order(StringComparer.Ordinal), In(code).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_is_written_and_quotes_what_English_quotes(string code)
    {
        var english = In(Language.English);
        Assert.Empty(In(code).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => word.Key));
        Assert.Empty(In(code).Where(word => !Quotes(word.Value).SequenceEqual(Quotes(english[word.Key]))).Select(word => word.Key));
        Assert.Empty(In(code).Where(word => word.Value == english[word.Key] && word.Value.Length > 12 && !word.Value.StartsWith('{')).Select(word => word.Key));
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_a_sentence()
    {
        var refusals = typeof(Alert).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Refusal)).Select(field => ((Refusal)field.GetValue(null)!).Code).ToList();
        Assert.True(refusals.Count > 30);
        Assert.DoesNotContain(refusals, code => !In(Language.English).ContainsKey(code));
    }

    [Fact]
    public void Every_stage_event_and_country_that_a_page_names_has_a_word()
    {
        string[] keys =
        [
            .. Enum.GetNames<AlertStage>().Where(stage => stage != nameof(AlertStage.Unwritten)).Select(stage => $"stage.{stage}"),
            .. typeof(AlertEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AlertEvent))).Select(type => $"event.{type.Name}"),
            .. Enum.GetNames<OrganisationStanding>().Where(standing => standing != nameof(OrganisationStanding.Unregistered)).Select(standing => $"standing.{standing}"),
            .. typeof(OrganisationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OrganisationEvent))).Select(type => $"event.{type.Name}"),
            .. Enum.GetNames<VerificationMeans>().Select(means => $"means.{means}"),
            .. Enum.GetNames<MandateKind>().Select(kind => $"mandate.{kind}"),
            .. Enum.GetNames<Likeness>().Select(likeness => $"likeness.{likeness}"),
            .. Country.All.Select(code => $"country.{code}"),
            .. Channel.All.Select(channel => $"channel.{channel}"),
            .. Enum.GetNames<Fallback>().Select(fallback => $"fallback.{fallback}"),
        ];
        Assert.DoesNotContain(keys, key => !In(Language.English).ContainsKey(key));
    }

    [Fact]
    public void Every_stage_event_and_choice_of_statements_and_sign_ons_has_a_word()
    {
        string[] keys =
        [
            .. Of("statement.stage", unless: StatementStage.Unwritten), "statement.stage.ClosingSoon",
            .. Of("sign-on.stage", unless: SignOnStage.None),
            .. EventsOf<StatementEvent>(), .. EventsOf<SignOnEvent>(),
            .. Of<SignOnChannel>("sign-on.channel"), .. Of<Display>("sign-on.display"), .. Of<TextRole>("text-role"), .. Of<SilenceRule>("silence"),
            .. Of<TransmissionChannel>("transmission"), .. Of<RegisterAct>("register.act"), "statement.hash-rule",
        ];
        Assert.True(keys.Length > 60);
        Assert.DoesNotContain(keys, key => !In(Language.English).ContainsKey(key));
    }

    [Fact]
    public void Every_state_event_and_choice_of_next_steps_has_a_word()
    {
        string[] keys =
        [
            .. Of<FollowUpState>("follow-up.state"), .. EventsOf<FollowUpEvent>(), .. Of<ReminderKind>("follow-up.notice"), "follow-up.notice.Digest",
            .. Enumerable.Range(1, 5).Select(priority => $"follow-up.priority.{priority}"), "follow-up.due.forum", "follow-up.due.condition",
        ];
        Assert.DoesNotContain(keys, key => !In(Language.English).ContainsKey(key));
    }

    [Fact]
    public void Every_stage_event_and_choice_of_dialogues_has_a_word()
    {
        string[] keys =
        [
            .. Of("dialogue.stage", unless: DialogueStage.Unplanned), .. Of("recommendation.stage", unless: RecommendationStage.Unwritten), .. Of("forum.stage", unless: ForumStage.Unplanned),
            .. Of<DialogueKind>("dialogue.kind"), .. Of<Attribution>("attribution"), .. Of<ReferenceKind>("reference"), .. Of<SourceKind>("reference"), .. Of<Strength>("strength"),
            .. Of<CommitmentStatus>("status"),
            .. EventsOf<DialogueEvent>(), .. EventsOf<RecommendationEvent>(), .. EventsOf<CommitmentEvent>(), .. EventsOf<ForumEvent>(), .. EventsOf<AuthorityEvent>(),
        ];
        Assert.True(keys.Length > 70);
        Assert.DoesNotContain(keys, key => !In(Language.English).ContainsKey(key));
    }

    private static IEnumerable<string> Of<T>(string prefix, params T[] unless) where T : struct, Enum =>
        Enum.GetValues<T>().Except(unless).Select(value => $"{prefix}.{value}");

    private static IEnumerable<string> EventsOf<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => $"event.{type.Name}");

    private static Dictionary<string, string> In(string code) =>
        Words.GetResourceSet(code == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(code), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Quotes(string sentence) => Placeholder().Matches(sentence).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
