using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>The same campaign signed with rsa-2048, beside what the signatures alone allow.</summary>
internal sealed class DkimMeasurement : IMeasurement
{
    private const double Goal = 0.8;

    public string Name => "dkim";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var recipients = bench.Rows(50_000, 1_000);
        using var key = RSA.Create(2048);
        var signing = Settings(bench, key);
        var (signed, plain) = (new List<Campaign>(), new List<Campaign>());
        await using var sink = await SmtpSink.Start(bench, ct);
        var pairs = await Pairs.Run(bench, Name, async stop =>
        {
            plain.Add(await Campaign.Run(bench, sink, recipients, stop));
            signed.Add(await Campaign.Run(bench, sink, recipients, stop, signing));
            return signed[^1].Rate;
        }, stop => Signatures(key, TimeSpan.FromSeconds(bench.Quick ? 0.5 : 3), stop), ct);
        // Every message costs what it costs unsigned and a signature besides, on the same cores.
        var possible = plain.Zip(pairs.Reference, (one, signatures) => 1 / (1 / one.Rate + 1 / signatures)).ToList();
        return
        [
            pairs.Figure("mail signed with rsa-2048", "messages/s", "signatures alone on all cores", Goal),
            (pairs with { Reference = possible }).Figure("mail signed, beside what signing leaves", "messages/s", "1 / (1/unsigned + 1/signatures)", Goal, note: string.Create(
                CultureInfo.InvariantCulture, $"sink, database and platform need the same cores as the signatures; unsigned in this run {Table.Number(Pairs.Median(plain.Select(one => one.Rate)))} messages/s")),
            MailMeasurement.Median(signed, "mail signed, per CPU-second of the platform", "messages", one => one.PerPlatformCpuSecond),
        ];
    }

    private static Dictionary<string, string> Settings(Bench bench, RSA key)
    {
        var file = Path.Combine(bench.Scratch, "dkim.pem");
        Directory.CreateDirectory(bench.Scratch);
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return new()
        {
            ["Advocacy__Email__Dkim__Domain"] = Serving.Installation.Host,
            ["Advocacy__Email__Dkim__Selector"] = "bench",
            ["Advocacy__Email__Dkim__KeyFile"] = file,
        };
    }

    /// <summary>Signatures per second over what a header is long, on as many threads as there are cores, with nothing else to do.</summary>
    private static async Task<double> Signatures(RSA key, TimeSpan time, CancellationToken ct)
    {
        var pem = key.ExportPkcs8PrivateKeyPem();
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            using var own = RSA.Create();
            own.ImportFromPem(pem);
            var header = new byte[1200];
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began) < time && !ct.IsCancellationRequested; count++) own.SignData(header, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return count;
        }, ct)));
        return counts.Sum() / time.TotalSeconds;
    }
}
