namespace Mekong.Advocacy.Domain.Registers;

/// <summary>What a line of a statement's register records.</summary>
public enum RegisterAct { SignOn, Withdrawal, Invalidation }

/// <summary>One line of a statement's register: facts and fingerprints, no name. From it the leaf is made that everybody may check.</summary>
/// <param name="TextHash">Of the language version that was read (<see cref="TextCanon"/>), 64 lower-case hexadecimal digits.</param>
/// <param name="SignOnId">The same in every act on one sign-on. It is public: see <see cref="EndorserCommitment.PublicSignOnId"/>.</param>
/// <param name="Endorser">The commitment to who signed (<see cref="EndorserCommitment"/>), 64 lower-case hexadecimal digits.</param>
/// <param name="At">Kept to the millisecond.</param>
/// <param name="Reason">Why it was withdrawn or declared invalid. It is public, so it names no person.</param>
public sealed record RegisterEntry(
    RegisterAct Act, Guid StatementId, int TextVersion, string TextHash, string Language, Guid SignOnId, string Endorser, DateTimeOffset At, string? Reason);
