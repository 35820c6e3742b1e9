using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One person in a hundred opts out by one click while the campaign runs.</summary>
internal sealed class F15OptOut : IDrill
{
    public string Name => "F15";
    public string Words => "opting out in the middle of a send";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        scene.Settings["Limits:PerSecond:email"] = "2000";
        var links = await Links(scene, ct);
        var (desk, web, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F15", People.Mail), ct);
        await Until.True(() => scene.Mail.Books.Taken >= scene.Seed.Mails / 10, "a tenth is out", 120, ct);
        using var site = new HttpClient { BaseAddress = web.Url };
        var left = new Dictionary<string, long>();
        foreach (var (address, path) in links.OrderBy(_ => Random.Shared.Next()).Take(scene.Seed.Mails / 100))
        {
            using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var answer = await site.PostAsync(path, form, ct);
            if (answer.IsSuccessStatusCode) left[address] = Stopwatch.GetTimestamp();
        }
        var tally = await campaign.Is("finished", 300, ct);
        var late = scene.Mail.Books.Messages.Where(mail => left.TryGetValue(mail.Recipient, out var at) && mail.LastAt > at)
            .Select(mail => Stopwatch.GetElapsedTime(left[mail.Recipient], mail.LastAt).TotalSeconds).ToList();
        outcome.Is("opted out", left.Count, scene.Seed.Mails / 100);
        outcome.Says("of them not written to", tally.Suppressed);
        outcome.AtMost("mails after opting out", late.Count, Settings.MailConnections);
        outcome.AtMost("the latest of them", late.DefaultIfEmpty(0).Max(), 10, " s");
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails - (int)tally.Suppressed, extraMost: 0, ct);
    }

    /// <summary>Everybody's own link, as the mail carries it.</summary>
    private static async Task<Dictionary<string, string>> Links(Scene scene, CancellationToken ct)
    {
        await using var platform = await InProcess.Open(ProcessRole.Verb, scene.Settings, null, ct);
        var (vault, links) = (platform.App.Services.GetRequiredService<IVault>(), platform.App.Services.GetRequiredService<Links>());
        await using var source = NpgsqlDataSource.Create(scene.Database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand("select number, address_sealed from advocacy.contact_points where channel = 'email'");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<string, string>();
        while (await reader.ReadAsync(ct)) found[vault.Open(reader.GetFieldValue<byte[]>(1))] = links.OptOutOf(reader.GetInt64(0)).AbsolutePath;
        return found;
    }
}
