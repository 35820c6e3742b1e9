using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Reads a file that another process keeps locked, as it stands. .NET asks for a lock of its own even to read.</summary>
internal static class LockedFile
{
    private const int ReadOnly = 0;

    /// <returns>Null where the system lets nobody do that, or the file is gone.</returns>
    public static StreamReader? Read(string path)
    {
        if (OperatingSystem.IsWindows()) return null;
        var file = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly), ownsHandle: true);
        if (!file.IsInvalid) return new StreamReader(new FileStream(file, FileAccess.Read));
        file.Dispose();
        return null;
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(byte[] path, int flags);
}
