namespace Mekong.Advocacy.Engines;

/// <summary>
/// Which engine stands behind each seam: "BuiltIn", or the packaged one by its name. What is left open is the packaged engine
/// where this build has it, else the built-in one.
/// </summary>
public sealed record EngineChoice
{
    private const string BuiltIn = nameof(BuiltIn);

    /// <summary>Whatever else this build has.</summary>
    public static readonly EngineChoice AllBuiltIn = new() { EventStore = BuiltIn, Jobs = BuiltIn, Email = BuiltIn, Sms = BuiltIn };

    /// <summary>BuiltIn or Marten.</summary>
    public string? EventStore { get; init; }

    /// <summary>BuiltIn (Quartz) or Hangfire.</summary>
    public string? Jobs { get; init; }

    /// <summary>BuiltIn or MailKit.</summary>
    public string? Email { get; init; }

    /// <summary>BuiltIn or TwilioSdk.</summary>
    public string? Sms { get; init; }

    /// <summary>Whether the job engine has pages of its own.</summary>
    public bool HasJobPages => PackagedJobs is not null && PackagedEngines.JobPages is not null;

    internal AddEventStore? PackagedEventStore => IsBuiltIn(EventStore) ? null : PackagedEngines.EventStore;
    internal AddJobs? PackagedJobs => IsBuiltIn(Jobs) ? null : PackagedEngines.Jobs;
    internal AddEmail? PackagedEmail => IsBuiltIn(Email) ? null : PackagedEngines.Email;
    internal AddSms? PackagedSms => IsBuiltIn(Sms) ? null : PackagedEngines.Sms;

    /// <summary>One sentence on the first engine that is not to be had; null: all are.</summary>
    public string? Fault() =>
        Fault(nameof(EventStore), EventStore, "Marten", PackagedEngines.EventStore is not null)
        ?? Fault(nameof(Jobs), Jobs, "Hangfire", PackagedEngines.Jobs is not null)
        ?? Fault(nameof(Email), Email, "MailKit", PackagedEngines.Email is not null)
        ?? Fault(nameof(Sms), Sms, "TwilioSdk", PackagedEngines.Sms is not null);

    private static string? Fault(string seam, string? asked, string packaged, bool compiledIn)
    {
        if (asked is null || IsBuiltIn(asked)) return null;
        if (!packaged.Equals(asked, StringComparison.OrdinalIgnoreCase)) return $"The setting Advocacy:Engines:{seam} is neither {BuiltIn} nor {packaged}.";
        return compiledIn ? null
            : $"The setting Advocacy:Engines:{seam} asks for {packaged}, which is not part of this build: build with -p:Engines=Packaged (./ops/run --engines packaged), or leave the setting out.";
    }

    private static bool IsBuiltIn(string? name) => BuiltIn.Equals(name, StringComparison.OrdinalIgnoreCase);
}
