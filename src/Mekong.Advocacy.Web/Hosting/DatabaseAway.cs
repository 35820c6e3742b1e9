using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>A request that came while the database was away: 503, and when to ask again (RFC 9110 §15.6.4), so that callers know to repeat it.</summary>
internal sealed class DatabaseAway : IExceptionHandler
{
    /// <summary>About what a crashed PostgreSQL needs to recover.</summary>
    private const string Seconds = "5";

    /// <summary>No connection, or one that broke; also where the accounts' store has wrapped it.</summary>
    public static bool Explains(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            if (exception is DbException { SqlState: var state } fault && (fault.IsTransient || state is not null && IsShutdown(state))) return true;
        return false;
    }

    /// <summary>Adds the header; the status and the body are those of every other fault.</summary>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Explains(exception)) httpContext.Response.Headers.RetryAfter = Seconds;
        return ValueTask.FromResult(false);
    }

    // PostgreSQL: connection exceptions, too few resources, and the operator's intervention.
    private static bool IsShutdown(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);
}
