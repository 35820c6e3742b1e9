using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.SignOns;

/// <summary>Why a whole wave is not settled.</summary>
public static class WaveRefusals
{
    public static readonly Refusal NeedsMark = new("wave.needs-mark");
}
