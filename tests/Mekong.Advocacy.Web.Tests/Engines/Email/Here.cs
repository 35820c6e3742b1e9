using System.Runtime.CompilerServices;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>This folder of the source tree, where golden files and scripts lie.</summary>
internal static class Here
{
    public static string Folder { get; } = Find();

    private static string Find([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
