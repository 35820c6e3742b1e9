using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Engines.Identity;

/// <summary>A person of the network who works in the workspace. Its e-mail address is sealed by the vault.</summary>
public sealed class Account : IdentityUser<Guid>;
