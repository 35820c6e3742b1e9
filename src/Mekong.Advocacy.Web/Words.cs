namespace Mekong.Advocacy.Web;

/// <summary>The words of pages, refusals and reports, in Resources/Words.*.resx; its only use is to name them.</summary>
public sealed class Words;
