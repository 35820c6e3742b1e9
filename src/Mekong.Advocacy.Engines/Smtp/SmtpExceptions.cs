using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The line broke, fell silent, or the other side spoke something that is not SMTP.</summary>
internal sealed class LineLostException(string how, Exception? cause = null) : Exception(how, cause);

/// <summary>No connection that could carry a message came about; the fate is known already.</summary>
internal sealed class NoConnectionException(Handover handover) : Exception(handover.Reply)
{
    public Handover Handover { get; } = handover;
}
