namespace Mekong.Advocacy.Engines.Mime;

/// <summary>An address that must not be written: it would break the header or the envelope. The text is not repeated here.</summary>
internal sealed class IllegalAddressException() : ArgumentException("The address cannot be written.");
