using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mekong.Advocacy.Engines.Identity;

/// <summary>Registers Identity's stores on the platform's database.</summary>
public static class IdentityServices
{
    public static IdentityBuilder AddAccountStores(this IdentityBuilder identity, string connectionString)
    {
        identity.Services.AddDbContext<AccountDatabase>(options => options.UseNpgsql(connectionString));
        identity.AddEntityFrameworkStores<AccountDatabase>();
        identity.AddPersonalDataProtection<SealedPersonalData, SealedPersonalData>();
        // Identity's own keeps the look-up hash as the value itself, and a hash has no way back.
        identity.Services.Replace(ServiceDescriptor.Singleton<IPersonalDataProtector, SealedPersonalData>());
        return identity;
    }
}
