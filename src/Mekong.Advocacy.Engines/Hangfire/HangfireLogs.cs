using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.Hangfire;

/// <summary>Hangfire keeps one source of logs for the whole process; this one outlives the host that gave it.</summary>
internal sealed class HangfireLogs(ILoggerFactory logs) : ILogProvider
{
    private readonly AspNetCoreLogProvider host = new(logs);

    public ILog GetLogger(string name)
    {
        try
        {
            return host.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(global::Hangfire.Logging.LogLevel logLevel, Func<string> messageFunc, Exception? exception) => false;
    }
}
