using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Smtp;
using Mekong.Advocacy.Engines.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Engines;

/// <summary>Puts an event store on this database behind its seam.</summary>
internal delegate void AddEventStore(IServiceCollection services, string connectionString);

/// <summary>Puts a job engine on this database behind its seams; one that runs jobs, or one that schedules and lists them only.</summary>
internal delegate void AddJobs(IServiceCollection services, NpgsqlDataSource database, bool runsJobs);

/// <summary>Serves the pages of a job engine's own under this path.</summary>
internal delegate IEndpointConventionBuilder MapJobPages(IEndpointRouteBuilder endpoints, string path);

/// <summary>Puts an e-mail engine behind its seam.</summary>
internal delegate void AddEmail(IServiceCollection services, SmtpOptions options, DkimOptions? dkim);

/// <summary>Puts an SMS engine behind its seam.</summary>
internal delegate void AddSms(IServiceCollection services, TwilioOptions options);

/// <summary>
/// The packaged engines of this build. Each folder that is compiled with -p:Engines=Packaged fills in its method; of one that is not,
/// the call falls away and nothing is there.
/// </summary>
internal static partial class PackagedEngines
{
    public static readonly AddEventStore? EventStore;
    public static readonly AddJobs? Jobs;
    public static readonly MapJobPages? JobPages;
    public static readonly AddEmail? Email;
    public static readonly AddSms? Sms;

    static PackagedEngines()
    {
        Marten(ref EventStore);
        Hangfire(ref Jobs, ref JobPages);
        MailKit(ref Email);
        TwilioSdk(ref Sms);
    }

    static partial void Marten(ref AddEventStore? add);
    static partial void Hangfire(ref AddJobs? add, ref MapJobPages? pages);
    static partial void MailKit(ref AddEmail? add);
    static partial void TwilioSdk(ref AddSms? add);
}
