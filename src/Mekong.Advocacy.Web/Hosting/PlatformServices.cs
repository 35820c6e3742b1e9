using FluentValidation;
using MediatR;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Outbox;
using Mekong.Advocacy.Engines.Printing;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Mekong.Advocacy.Engines.Twilio;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Everything the process is made of, by role.</summary>
internal static class PlatformServices
{
    public static void Add(WebApplicationBuilder builder, AdvocacySettings settings, string database, ProcessRole role)
    {
        var services = builder.Services;
        var works = role is ProcessRole.All or ProcessRole.Worker;
        services.AddSingleton(settings);
        services.AddPostgresEngines(database, EventNames.Catalog(), runsJobs: works, settings.Engines);
        services.AddVault(settings.KeyFile);
        services.AddPagePrinter(settings.Pdf.Program);
        AddTransports(services, settings);
        AddCommands(services);
        AddFeatures(services);
        AccountServices.Add(services, settings, database);
        WebServices.Add(services);
        PublicPageServices.Add(services, servesPages: role is ProcessRole.All or ProcessRole.Web);
        if (works) AddWorkers(services);
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (TimeSpan.FromSeconds(28), true)); // both channels share the time
        AddLogs(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    /// <summary>What frameworks say about themselves is not for operators; Production writes JSON lines.</summary>
    private static void AddLogs(WebApplicationBuilder builder)
    {
        foreach (var chatty in new[] { "Hangfire", "Microsoft", "Quartz", "System" }) builder.Logging.AddFilter(chatty, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // a port in use gets a sentence of ours
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else builder.Logging.AddJsonConsole();
    }

    /// <summary>A channel without settings writes to the outbox; Production has been refused before this.</summary>
    private static void AddTransports(IServiceCollection services, AdvocacySettings settings)
    {
        services.AddOutbox(settings.Outbox);
        var (smtp, dkim, twilio) = (settings.Email.Smtp, settings.Email.Dkim, settings.Sms.Twilio);
        if (smtp.Host is not null)
        {
            services.AddEmail(settings.Engines,
                new SmtpOptions(smtp.Host, smtp.Port, Enum.Parse<SmtpSecurity>(smtp.Security, ignoreCase: true), smtp.User, smtp.Password, smtp.Connections),
                dkim.KeyFile is null ? null : new DkimOptions(dkim.Domain!, dkim.Selector!, dkim.KeyFile,
                    dkim.Ed25519KeyFile is null ? null : new DkimSecondKey(dkim.Ed25519Selector!, dkim.Ed25519KeyFile)));
        }
        if (twilio.AccountSid is not null)
        {
            services.AddSms(settings.Engines, new TwilioOptions(
                twilio.AccountSid, twilio.AuthToken!, twilio.MessagingServiceSid, twilio.From, twilio.BaseUrl, twilio.Connections, settings.PublicUrl));
        }
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService!);
        services.AddScoped<IMediator, Mediator>();
        foreach (var behaviour in new[] { typeof(Tracing<,>), typeof(Authorisation<,>), typeof(Validation<,>), typeof(RetryOnConflict<,>) })
            services.AddScoped(typeof(IPipelineBehavior<,>), behaviour);
        AddAll(services, typeof(IRequestHandler<,>), ServiceLifetime.Scoped);
        AddAll(services, typeof(IValidator<>), ServiceLifetime.Singleton);
        AddAll(services, typeof(IProjection), ServiceLifetime.Singleton);
        AddAll(services, typeof(IReaction), ServiceLifetime.Singleton);
        services.AddHttpContextAccessor();
        services.AddSingleton<IJobRunner, CommandJobs>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Decider>();
        services.AddScoped<Features.Alerts.AlertApi.Sending>();
        services.AddScoped<Features.Alerts.AfterwardsApi.Beginning>();
        services.AddScoped<Features.Dialogues.DialogueSending>();
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton<SmsPolicies>();
        services.AddSingleton<FrozenAudience>();
        services.AddSingleton<Starts>();
        services.AddSingleton<AudienceReads>();
        services.AddSingleton<Features.Alerts.AudienceOptions>();
        services.AddSingleton<Features.Alerts.CorrectionPrefixes>();
        services.AddSingleton<Features.Alerts.Kinship>();
        services.AddSingleton<Features.Segments.SegmentReads>();
        services.AddSingleton<DeliveryCounts>();
        services.AddSingleton<Claims>();
        services.AddSingleton<MessageTemplates>();
        services.AddSingleton<AlertTexts>();
        services.AddSingleton<Links>();
        services.AddSingleton<MailSizes>();
        services.AddSingleton<Features.Preview.PreviewReaders>();
        services.AddScoped<Features.TestSends.TestHand>();
        services.AddSingleton<Features.TestSends.TrialReads>();
        services.AddScoped<AccountList>();
        services.AddSingleton<Standings>();
        services.AddSingleton<Aftermath>();
        services.AddSingleton<EmailHand>();
        services.AddSingleton<SmsHand>();
        services.AddSingleton<PeopleVault>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<CarriedForms>();
        services.AddScoped<Features.Alerts.TextStates>();
        services.AddSingleton<Features.Forecast.SmsPriceBook>();
        services.AddSingleton<Features.Forecast.AlertFrames>();
        services.AddSingleton<Features.Forecast.AlertForecast>();
        services.AddSingleton<Features.Forecast.ActualCost>();
        services.AddSingleton<Features.Templates.TemplateFiles>();
        services.AddSingleton<Features.Templates.TemplateVersions>();
        services.AddSingleton<Features.Templates.ReusableTexts>();
        services.AddSingleton<Features.Templates.TemplateSamples>();
        services.AddScoped<AccountNames>();
        services.AddScoped<Features.Alerts.ProgressReads>();
        services.AddScoped<Features.Alerts.Dossiers>();
        services.AddScoped<Features.Notices.AccountLanguage>();
        services.AddScoped<Features.SignOns.Signing>();
        services.AddSingleton<Features.SignOns.RegisterReads>();
        services.AddSingleton<Features.SignOns.ReceiptReads>();
        services.AddSingleton<Features.SignOns.Offers>();
        services.AddSingleton<Features.SignOns.OfferMails>();
        services.AddSingleton<Features.SignOns.Outsiders>();
        services.AddSingleton<Features.SignOns.Crowds>();
        services.AddSingleton<Features.SignOns.Waves>();
        services.AddSingleton<Features.Statements.Public.PublicReads>();
        services.AddSingleton<Features.Statements.Public.Endorsers>();
        services.AddSingleton<Features.Statements.StatementReads>();
        services.AddSingleton<Features.Statements.AddresseeContacts>();
        services.AddSingleton<Features.Statements.PackageMaker>();
        services.AddSingleton<Features.Statements.PackageShelf>();
        services.AddSingleton<Features.Organisations.OrganisationReads>();
        services.AddSingleton<Features.Organisations.FocalPoints>();
        services.AddSingleton<Features.Organisations.EvidenceFiles>();
        services.AddSingleton<Features.Organisations.NameGuard>();
        services.AddScoped<DataReads>();
        services.AddSingleton<Features.Invitations.Invitations>();
        services.AddSingleton<Features.Invitations.StatementPost>();
        services.AddSingleton<Features.Invitations.EndorserMails>();
        services.AddSingleton<Features.Invitations.MatrixReads>();
        services.AddScoped<Features.Invitations.Declines>();
        services.AddScoped<Features.Invitations.TextedSignOns>();
        services.AddSingleton(new Features.Calendars.Holidays(Features.Calendars.Holidays.Beside));
        services.AddSingleton<Features.Calendars.CalendarLinks>();
        services.AddSingleton<Features.Calendars.CalendarReads>();
        services.AddScoped<Features.Calendars.CalendarFeeds.Own>();
        services.AddSingleton<Features.Tracker.TrackerReads>();
        services.AddSingleton<Features.Tracker.PublicReferences>();
        services.AddSingleton<Features.Briefs.BriefReads>();
        services.AddSingleton<Features.Briefs.BriefMails>();
        services.AddSingleton<Features.Tracker.FunderFigures>();
        services.AddSingleton<Features.Dialogues.KnownThings>();
        services.AddSingleton<Features.Dialogues.MemberVoices>();
        services.AddSingleton<Features.Dialogues.HolderNames>();
        services.AddSingleton<Features.Dialogues.DialogueReads>();
        services.AddSingleton<Features.Dialogues.OurThings>();
        services.AddScoped<Features.Dialogues.Directory>();
        services.AddScoped<Features.Demo.DemoNetwork>();
        Features.FollowUps.FollowUpServices.Add(services);
    }

    private static void AddWorkers(IServiceCollection services)
    {
        services.AddViewReader();
        services.AddSingleton<Bell>();
        services.AddHostedService<Sweep>();
        services.AddHostedService<Features.Invitations.EndorserPost>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Sender>(provider, provider.GetRequiredService<EmailHand>()));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Sender>(provider, provider.GetRequiredService<SmsHand>()));
    }

    /// <summary>Registers every class of this assembly that implements the interface (open or closed).</summary>
    private static void AddAll(IServiceCollection services, Type seam, ServiceLifetime lifetime)
    {
        foreach (var type in typeof(PlatformServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
            foreach (var served in type.GetInterfaces().Where(i => i == seam || i.IsGenericType && i.GetGenericTypeDefinition() == seam))
                services.Add(new ServiceDescriptor(served, type, lifetime));
    }
}
