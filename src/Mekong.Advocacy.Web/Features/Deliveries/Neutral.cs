using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Nobody in particular: what stands in a message that names no reader.</summary>
internal static class Neutral
{
    public static Personal Reader(string language, string optOut, string link) => new(
        WordsIn.Of(language, "mail.neutral.name"), WordsIn.Of(language, "mail.neutral.organisation"), WordsIn.Of(language, "mail.neutral.country"), optOut, link);
}
