namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>What the feature is made of besides its commands.</summary>
internal static class FollowUpServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<FollowUpLinks>();
        services.AddSingleton<FollowUpNotices>();
        services.AddSingleton<FollowUpReads>();
        services.AddSingleton<SubjectNames>();
        services.AddScoped<DueDays>();
        services.AddScoped<FollowUpFacts>();
        services.AddScoped<FollowUpHands>();
        services.AddScoped<FollowUpReaders>();
        services.AddScoped<FollowUpOwners>();
        services.AddScoped<FollowUpPost>();
        services.AddScoped<Digests>();
    }
}
