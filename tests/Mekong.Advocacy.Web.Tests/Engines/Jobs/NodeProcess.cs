using System.Diagnostics;
using Mekong.Advocacy.Web.Tests.Engines.Jobs;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(NodeProcess))]

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>This test program started a second time as a node that runs jobs, so that a test can kill a real process.</summary>
public sealed class NodeProcess : ITestPipelineStartup
{
    private const string Database = "MEKONG_TEST_JOBS_NODE", Engine = "MEKONG_TEST_JOBS_ENGINE";

    public static Process Launch(string connectionString, string engine)
    {
        var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Mekong.Advocacy.Web.Tests"))
        {
            RedirectStandardInput = true, // ends when the test that started it does
            RedirectStandardOutput = true, // the test adapter reads ours
            Environment = { [Database] = connectionString, [Engine] = engine },
        })!;
        process.BeginOutputReadLine();
        return process;
    }

    public async ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        if (Environment.GetEnvironmentVariable(Database) is not { } connectionString) return;
        var engine = (IJobsEngine)Activator.CreateInstance(Type.GetType(Environment.GetEnvironmentVariable(Engine)!, throwOnError: true)!)!;
        using var node = await JobsNode.Start(engine, connectionString, runsJobs: true);
        await Console.In.ReadToEndAsync();
        Environment.Exit(0);
    }

    public ValueTask StopAsync() => ValueTask.CompletedTask;
}
