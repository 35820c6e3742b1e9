using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Organisations;

/// <summary>Why a person cannot be entered as a focal point, or a file as evidence.</summary>
public static class FocalPointRefusals
{
    public static readonly Refusal NeedsName = new("focal-point.needs-name", "name");
    public static readonly Refusal NeedsCapacity = new("focal-point.needs-capacity", "capacity");
    public static readonly Refusal NeedsContact = new("focal-point.needs-contact", "email");
    public static readonly Refusal TooLong = new("focal-point.too-long", "name");
    public static readonly Refusal AlreadyNamed = new("focal-point.already-named", "email");
    public static readonly Refusal NoSuchAccount = new("focal-point.no-such-account", "accountId");
    public static readonly Refusal FileTooLarge = new("evidence.file-too-large", "evidence");
    public static readonly Refusal FileNotKnown = new("evidence.file-not-known", "evidence");
    public static readonly Refusal NoSuchFile = new("evidence.no-such-file", "evidence");
}
