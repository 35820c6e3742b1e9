using System.Text.Json;
using Mekong.Advocacy.Engines.Vault;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Vault;

/// <summary>The one file without which nobody in the database has a name.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string KeyFile => Path.Combine(folder.Path, "keys", "vault.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_start_makes_four_different_keys_of_256_bits_and_the_next_reads_them()
    {
        var made = KeyRing.Load(KeyFile);
        Assert.Equal(1, made.Current);
        byte[][] keys = [Assert.Single(made.Sealing).Value, made.Fingerprinting, made.Signing];
        Assert.All(keys, key => Assert.Equal(32, key.Length));
        Assert.Equal(3, keys.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(KeyRing.Load(KeyFile)));
    }

    [Fact]
    public void Nobody_but_its_owner_may_read_the_file()
    {
        KeyRing.Load(KeyFile);
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such modes.");
        else Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task Many_who_make_it_at_once_agree_on_one_and_leave_no_other_file()
    {
        for (var round = 0; round < 20; round++)
        {
            var file = Path.Combine(folder.Path, $"{round}", "vault.json");
            using var start = new Barrier(8);
            var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () => { start.SignalAndWait(TimeSpan.FromSeconds(20)); return JsonSerializer.Serialize(KeyRing.Load(file)); },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.Single(rings.Distinct());
            Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!).Where(found => !found.EndsWith(".lock", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Current":1,"Sealing":{"1":"AAAA""")]
    [InlineData("""{"Current":2,"Sealing":{"1":"AAAA"},"Fingerprinting":"AAAA","Signing":"AAAA"}""")]
    public void A_damaged_file_is_refused_and_never_replaced(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, content);
        var refusal = Assert.Throws<InvalidOperationException>(() => KeyRing.Load(KeyFile));
        Assert.Equal($"The key file {KeyFile} is empty or damaged: restore it from the backup of your keys.", refusal.Message);
        Assert.Equal(content, File.ReadAllText(KeyFile));
    }
}
