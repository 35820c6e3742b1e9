using System.Runtime.CompilerServices;
using Mekong.Advocacy.Web.Tests.Engines.Email;

namespace Mekong.Advocacy.Web.Tests.Hosting;

/// <summary>What the scripts read out of NuGet's words when the packaged engines cannot be restored.</summary>
public sealed class MissingPackagesTests
{
    private const string Said = """
        /x/E.csproj : error NU1102: Unable to find package Hangfire.PostgreSql with version (= 1.21.1) [/x/E.sln]
        /x/E.csproj : error NU1102:   - Found 4 version(s) in here [ Nearest version: 1.20.9 ] [/x/E.sln]
        /x/E.csproj : error NU1101: Unable to find package MailKit. No packages exist with this id in source(s): here [/x/E.sln]
        /x/F.csproj : error NU1101: Unable to find package MailKit. No packages exist with this id in source(s): here [/x/E.sln]
        /x/E.csproj : error NU1102: Unable to find package Marten with version (>= 9.29.0 && <= 9.29.0) [/x/E.sln]
        /x/E.csproj : warning NU1603: Twilio 7.14.9 depends on Other (>= 8.3.1) but Other 8.3.1 was not found. Other 8.16.0 was resolved instead. [/x/E.sln]
        """;

    [Fact]
    public async Task Each_missing_package_is_named_once()
    {
        var (code, output) = await OutsideProgram.Run("bash", Folder(), ["-c", ". ops/lib.sh && missing_packages"], Said + "\n");
        Assert.Equal((0, "Hangfire.PostgreSql 1.21.1, MailKit, Marten 9.29.0\n"), (code, output));
    }

    [Fact]
    public async Task Another_failure_names_none()
    {
        var (code, output) = await OutsideProgram.Run("bash", Folder(), ["-c", ". ops/lib.sh && missing_packages"], "error NU1301: The source does not answer.\n");
        Assert.Equal((0, "\n"), (code, output));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
