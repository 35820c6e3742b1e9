using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mekong.Advocacy.Engines.Identity;

/// <summary>ASP.NET Core Identity's own tables, in the schema "identity"; nothing else of ours goes through EF.</summary>
internal sealed class AccountDatabase(DbContextOptions<AccountDatabase> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("identity");
    }
}
