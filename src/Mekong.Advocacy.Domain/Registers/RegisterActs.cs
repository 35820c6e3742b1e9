using System.Diagnostics;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>How acts are spelled in leaves and packages, for ever.</summary>
public static class RegisterActs
{
    public static string Name(this RegisterAct act) => act switch
    {
        RegisterAct.SignOn => "sign-on",
        RegisterAct.Withdrawal => "withdrawal",
        RegisterAct.Invalidation => "invalidation",
        _ => throw new UnreachableException($"{act} has no spelling."),
    };

    public static RegisterAct? Read(string name) => Enum.GetValues<RegisterAct>().Where(act => act.Name() == name).Select(act => (RegisterAct?)act).FirstOrDefault();
}
