using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Hosting;

public sealed class EngineChoiceTests
{
    public static TheoryData<string, string> Packaged => new() { { "EventStore", "Marten" }, { "Jobs", "Hangfire" }, { "Email", "MailKit" }, { "Sms", "TwilioSdk" } };

    private static EngineChoice Asked(string seam, string engine) => seam switch
    {
        "EventStore" => new() { EventStore = engine },
        "Jobs" => new() { Jobs = engine },
        "Email" => new() { Email = engine },
        _ => new() { Sms = engine },
    };

    private static string? Fault(EngineChoice engines) => SettingsCheck.Fault(new AdvocacySettings { Engines = engines }, production: false);

    private static bool CompiledIn(string seam) => seam switch
    {
        "EventStore" => PackagedEngines.EventStore is not null,
        "Jobs" => PackagedEngines.Jobs is not null,
        "Email" => PackagedEngines.Email is not null,
        _ => PackagedEngines.Sms is not null,
    };

    [Theory]
    [MemberData(nameof(Packaged))]
    public void An_engine_that_was_not_compiled_in_is_one_sentence(string seam, string engine)
    {
        var sentence = $"The setting Advocacy:Engines:{seam} asks for {engine}, which is not part of this build: build with -p:Engines=Packaged (./ops/run --engines packaged), or leave the setting out.";
        Assert.Equal(CompiledIn(seam) ? null : sentence, Fault(Asked(seam, engine)));
    }

    [Theory]
    [MemberData(nameof(Packaged))]
    public void A_name_that_no_engine_has_is_one_sentence(string seam, string engine) =>
        Assert.Equal($"The setting Advocacy:Engines:{seam} is neither BuiltIn nor {engine}.", Fault(Asked(seam, "Postgres")));

    [Theory]
    [InlineData("EventStore"), InlineData("Jobs"), InlineData("Email"), InlineData("Sms")]
    public void The_built_in_engine_is_always_to_be_had(string seam)
    {
        var choice = Asked(seam, "builtin");
        Assert.Null(Fault(choice));
        Assert.Null(seam switch { "EventStore" => choice.PackagedEventStore, "Jobs" => choice.PackagedJobs, "Email" => choice.PackagedEmail, _ => (Delegate?)choice.PackagedSms });
    }

    [Fact]
    public void What_is_left_open_is_the_packaged_engine_where_it_was_compiled_in() =>
        Assert.Equal(
            [PackagedEngines.EventStore, PackagedEngines.Jobs, PackagedEngines.Email, PackagedEngines.Sms],
            new Delegate?[] { new EngineChoice().PackagedEventStore, new EngineChoice().PackagedJobs, new EngineChoice().PackagedEmail, new EngineChoice().PackagedSms });
}
