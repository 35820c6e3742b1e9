using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Engines.Identity;

/// <summary>Registers Identity's stores on the platform's database.</summary>
public static class IdentityServices
{
    public static IdentityBuilder AddAccountStores(this IdentityBuilder identity, string connectionString)
    {
        identity.Services.AddDbContext<AccountDatabase>(options => options.UseNpgsql(connectionString));
        identity.AddEntityFrameworkStores<AccountDatabase>();
        identity.AddPersonalDataProtection<SealedPersonalData, SealedPersonalData>();
        // The default protector seals with the look-up protector, whose keyed hash has no way back: ours seals.
        identity.Services.AddScoped<IPersonalDataProtector, SealedPersonalData>();
        return identity;
    }
}
