using Mekong.Advocacy.Engines;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Everything under "Advocacy" in the configuration, read once and checked before anything starts.</summary>
public sealed record AdvocacySettings
{
    /// <summary>Npgsql connection string; null: the platform runs a private PostgreSQL in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Private database, keys, outbox and the notebooks of what is being sent.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>How the world reaches the platform: links in messages use this and nothing else.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>Folder of message templates and country rules.</summary>
    public string Templates { get; init; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>Which engine stands behind each seam.</summary>
    public EngineChoice Engines { get; init; } = new();

    public EmailSettings Email { get; init; } = new();

    public SmsSettings Sms { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();

    public PdfSettings Pdf { get; init; } = new();

    public string KeyFile => Path.Combine(DataDirectory, "keys", "vault.json");

    public string Notebooks => Path.Combine(DataDirectory, "notebooks");

    public string Outbox => Path.Combine(DataDirectory, "outbox");
}

/// <summary>How mail leaves.</summary>
public sealed record EmailSettings
{
    /// <summary>"Name &lt;address&gt;"; its domain also carries the return paths.</summary>
    public string From { get; init; } = "Mekong Advocacy <alerts@localhost>";

    /// <summary>Whether people of the office are told by mail what waits for them or went wrong.</summary>
    public bool Notices { get; init; } = true;

    public SmtpSettings Smtp { get; init; } = new();
    public DkimSettings Dkim { get; init; } = new();
}

public sealed record SmtpSettings
{
    public string? Host { get; init; }
    public int Port { get; init; } = 25;

    /// <summary>Auto, None, StartTls or Tls.</summary>
    public string Security { get; init; } = "Auto";
    public string? User { get; init; }
    public string? Password { get; init; }
    public int Connections { get; init; } = 5;
}

public sealed record DkimSettings
{
    public string? Domain { get; init; }
    public string? Selector { get; init; }
    public string? KeyFile { get; init; }

    /// <summary>A second signature beside the RSA one.</summary>
    public string? Ed25519Selector { get; init; }
    public string? Ed25519KeyFile { get; init; }
}

public sealed record SmsSettings
{
    public TwilioSettings Twilio { get; init; } = new();

    /// <summary>Whether the countries' quiet hours hold texts back; Development lets them go so that a trial ends today.</summary>
    public bool QuietHours { get; init; } = true;
}

public sealed record TwilioSettings
{
    public string? AccountSid { get; init; }
    public string? AuthToken { get; init; }
    public string? MessagingServiceSid { get; init; }
    public string? From { get; init; }
    public Uri BaseUrl { get; init; } = new("https://api.twilio.com");
    public int Connections { get; init; } = 20;
}

/// <summary>Messages per second, where nothing named is unlimited; and signatures by the public form.</summary>
public sealed record LimitSettings
{
    /// <summary>By channel: email, sms.</summary>
    public Dictionary<string, int> PerSecond { get; init; } = [];

    /// <summary>By mail domain or country code.</summary>
    public Dictionary<string, int> Destinations { get; init; } = [];

    /// <summary>A campaign pauses by itself when so large a share of its messages fails (0.05 is one in twenty); 0 switches this off.</summary>
    public double PauseAtFailures { get; init; } = 0.05;

    /// <summary>People who sign from one address; who comes quicker waits until the office has looked. More where many share one, as in a café.</summary>
    public int SignOnsPerMinute { get; init; } = 1;

    public int SignOnsPerFiveMinutes { get; init; } = 5;

    /// <summary>Offers from one range of addresses (a 24th, in IPv6 a 48th), or from people at one mail domain of somebody's own.</summary>
    public int SignOnsPerHour { get; init; } = 30;
}

public sealed record PdfSettings
{
    /// <summary>The Chromium that prints packages; null: the one on PATH; "none": packages have no PDF.</summary>
    public string? Program { get; init; }
}
