using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>What the platform logs as an error: behind a page that says "a problem on our side" stands one of these.</summary>
internal sealed class Complaints : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Said { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Said.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}
