using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Engines.Vault;

namespace Mekong.Advocacy.Web.Tests.Engines.Vault;

/// <summary>What a stolen dump must not tell, and what its owner must still be able to read.</summary>
public sealed class AesVaultTests
{
    private static readonly KeyRing Ring = new(1, new() { [1] = Key(1) }, Key(2), Key(3));
    private static readonly AesVault Vault = new(Ring);

    [Theory]
    [InlineData("sokha@example.org")]
    [InlineData("សុខា 👩‍🌾 湄公河")]
    [InlineData("")]
    public void What_is_sealed_opens_again(string value) => Assert.Equal(value, Vault.Open(Vault.Seal(value)));

    [Fact]
    public void The_same_value_is_sealed_differently_each_time_and_shows_nothing_of_itself()
    {
        var (one, other) = (Vault.Seal("sokha@example.org"), Vault.Seal("sokha@example.org"));
        Assert.NotEqual(one, other);
        Assert.Equal(-1, one.AsSpan().IndexOf("sokha"u8));
        Assert.Equal(1 + 12 + 16 + 17, one.Length);
    }

    [Fact]
    public void A_change_of_any_one_bit_is_refused()
    {
        var sealedValue = Vault.Seal("sokha");
        Prop.ForAll(Gen.Choose(0, (sealedValue.Length * 8) - 1).ToArbitrary(), bit =>
        {
            var changed = sealedValue.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            return Record.Exception(() => Vault.Open(changed)) is CryptographicException;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Fact]
    public void A_value_cut_short_is_refused_at_every_length()
    {
        var sealedValue = Vault.Seal("sokha");
        for (var length = 0; length < sealedValue.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => Vault.Open(sealedValue[..length]));
    }

    [Fact]
    public void Another_installations_keys_open_nothing_and_find_nothing()
    {
        var other = new AesVault(new KeyRing(1, new() { [1] = Key(4) }, Key(5), Key(6)));
        Assert.ThrowsAny<CryptographicException>(() => other.Open(Vault.Seal("sokha")));
        Assert.NotEqual(Vault.Fingerprint("sokha"), other.Fingerprint("sokha"));
        Assert.NotEqual(Vault.Sign("unsubscribe", "7"), other.Sign("unsubscribe", "7"));
    }

    [Fact]
    public void A_new_key_seals_and_the_old_one_still_opens()
    {
        var before = Vault.Seal("sokha");
        var turned = new AesVault(Ring with { Current = 2, Sealing = new() { [1] = Key(1), [2] = Key(7) } });
        Assert.Equal("sokha", turned.Open(before));
        var after = turned.Seal("sokha");
        Assert.Equal((1, 2), (before[0], after[0]));
        var refusal = Assert.Throws<CryptographicException>(() => Vault.Open(after));
        Assert.Equal("Sealed with a key that this installation does not have.", refusal.Message);
    }

    [Fact]
    public void A_fingerprint_is_the_same_for_ever() => Assert.Equal(
        "a05fd0181eb321f5fd720feaba4582588996b187c6f0ad2069a386669b7f5a78", Convert.ToHexStringLower(Vault.Fingerprint("+85512345678")));

    [Fact]
    public void A_mark_belongs_to_one_purpose_and_one_text()
    {
        var mark = Vault.Sign("unsubscribe", "7");
        Assert.Equal(16, mark.Length);
        Assert.Equal(mark, Vault.Sign("unsubscribe", "7"));
        Assert.NotEqual(mark, Vault.Sign("confirm", "7"));
        Assert.NotEqual(mark, Vault.Sign("unsubscribe", "8"));
        Assert.NotEqual(Vault.Fingerprint("unsubscribe\n7")[..16], mark);
    }

    private static byte[] Key(byte fill) => [.. Enumerable.Repeat(fill, 32)];
}
