using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// The way to a database that may be away: one call a second finds out for everybody in this process, and whoever comes in between hears
/// the same at once instead of calling too.
/// </summary>
internal static class Doorstep
{
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(1);
    private static readonly ConditionalWeakTable<NpgsqlDataSource, Knock> Knocks = [];

    public static async ValueTask<NpgsqlConnection> Open(this NpgsqlDataSource database, CancellationToken ct)
    {
        var knock = Knocks.GetOrCreateValue(database);
        knock.MustNotBeInVain();
        try
        {
            var connection = await database.OpenConnectionAsync(ct);
            knock.Answered();
            return connection;
        }
        catch (NpgsqlException e) when (e.InnerException is SocketException or IOException)
        {
            knock.Unanswered(e.InnerException);
            throw;
        }
    }

    private sealed record InVain(long At, Exception Reason);

    /// <summary>What the last call to one database met.</summary>
    private sealed class Knock
    {
        private volatile InVain? last;

        /// <summary>The first one after a second calls; those beside it still hear of the last call.</summary>
        public void MustNotBeInVain()
        {
            if (last is not { } vain) return;
            var mayCall = TimeProvider.System.GetElapsedTime(vain.At) >= BetweenCalls
                && Interlocked.CompareExchange(ref last, vain with { At = TimeProvider.System.GetTimestamp() }, vain) == vain;
            if (!mayCall) throw new NpgsqlException($"The database was away a moment ago: {vain.Reason.Message}", vain.Reason);
        }

        public void Answered()
        {
            if (last is not null) last = null;
        }

        public void Unanswered(Exception reason) => last = new InVain(TimeProvider.System.GetTimestamp(), reason);
    }
}
