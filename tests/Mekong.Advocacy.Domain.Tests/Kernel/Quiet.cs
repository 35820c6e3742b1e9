using FsCheck;
using FsCheck.Fluent;

namespace Mekong.Advocacy.Domain.Tests.Kernel;

/// <summary>Runs a property a hundred times and prints nothing unless it fails.</summary>
internal static class Quiet
{
    public static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
