using FsCheck;
using FsCheck.Fluent;

namespace Mekong.Advocacy.Web.Tests.Kernel;

/// <summary>Runs a property a hundred times and prints nothing unless it fails.</summary>
internal static class Quiet
{
    public static void Holds<T>(Gen<T> values, Action<T> property) => Prop.ForAll(values.ToArbitrary(), value =>
    {
        property(value);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
