namespace Mekong.Advocacy.Domain.Registers;

/// <summary>What can be wrong with a package. Each has a sentence "verify.{name}" in every language; {0} is the place, {1} what was expected, {2} what was found.</summary>
public enum FindingKind
{
    /// <summary>Place: the byte at which it stops being JSON.</summary>
    NotReadable,

    /// <summary>Place: a member that does not belong there, is there twice, is missing, or is not of the form it should have.</summary>
    Member,

    /// <summary>Place: the first byte that is not as the format writes it.</summary>
    NotCanonical,

    /// <summary>Place: the part of the package that was changed.</summary>
    Seal,

    /// <summary>Place: a language.</summary>
    TextChanged,
    TextNotSigned,
    TextMissing,

    /// <summary>Place: an entry's number; Found of an exchange: the other's.</summary>
    EntryChanged,
    EntryHashChanged,
    EntryDoesNotFollow,
    EntryMissing,
    EntryAdded,
    EntriesExchanged,
    EntryOutOfPlace,
    EntryOfOtherText,
    EntryOfOtherVersion,
    SignedAfterClosing,
    SignedBeforeOpening,
    SignOnDoubled,
    ActWithoutSignOn,

    /// <summary>Place: an endorser's name.</summary>
    EndorserDoesNotFit,
    EndorserNotInRegister,
    EndorserWithdrew,
    EndorserOfOtherVersion,
    EndorserDoubled,

    /// <summary>Place: a sign-on id.</summary>
    IndividualNotCounted,

    /// <summary>Place: which count.</summary>
    CountWrong,

    /// <summary>Of the register as a whole.</summary>
    OtherStatement,
    SizeWrong,
    ChainHeadWrong,
    RootWrong,
    PublishedRootWrong,
    PublishedSizeWrong,

    /// <summary>Place: a file beside package.json.</summary>
    FileWrong,

    /// <summary>Place: what the page shows otherwise than the package it holds.</summary>
    PageWrong,
}

/// <summary>One thing that is wrong, and where.</summary>
public sealed record Finding(FindingKind Kind, string Place, string? Expected = null, string? Found = null);
