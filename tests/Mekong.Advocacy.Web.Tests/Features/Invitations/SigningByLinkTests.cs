using System.Net;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Invitations;

/// <summary>The page behind a mail's link: read without an account, signed by a button alone.</summary>
public sealed class SigningByLinkTests(TestPostgres postgres)
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_button_signs()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU", "km");
        var second = await chamber.Officer(river.Id);
        var id = await chamber.Opened();
        var path = Chamber.Path(await chamber.MailTo(river.Email));
        using var visitor = chamber.Site.Public();
        for (var scan = 0; scan < 3; scan++) Assert.Contains(await chamber.Hash(id, "km"), await Read(visitor, path), StringComparison.Ordinal);
        using (var head = await visitor.Ask(HttpMethod.Head, path)) Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Contains("Pay <strong>every</strong> worker", await Read(visitor, path + "?text=en"), StringComparison.Ordinal);
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));

        Assert.Contains("faults", await Post(visitor, path, "Sign", ("text", "en"), ("textHash", await chamber.Hash(id, "km"))), StringComparison.Ordinal); // not what was read
        Assert.Equal("", await Post(visitor, path, "Sign", ("text", "en"), ("textHash", await chamber.Hash(id)), ("display", "Sealed")));
        Assert.Equal("", await Post(visitor, path, "Sign", ("text", "en"), ("textHash", await chamber.Hash(id)), ("display", "Sealed"))); // twice is once
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.sign_ons where stage = 'Live' and channel = 'Invitation' and display = 'Sealed' and language = 'en'"));
        Assert.Equal(1, await chamber.Network.Number("select count(*) from advocacy.register_entries"));

        var other = Chamber.Path(await chamber.MailTo(second.Email));
        var page = await Read(visitor, other);
        Assert.Contains("River Union has signed", page, StringComparison.Ordinal);
        Assert.Contains("Director 1", page, StringComparison.Ordinal);
        Assert.Contains("Your organisation has signed already", await Post(visitor, other, "Decline"), StringComparison.Ordinal);
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.declines"));
    }

    [Fact]
    public async Task A_link_that_was_touched_or_has_had_its_time_signs_nothing()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU");
        var second = await chamber.Officer(river.Id, mandate: false);
        var id = await chamber.Opened();
        var path = Chamber.Path(await chamber.MailTo(river.Email));
        using var visitor = chamber.Site.Public();
        foreach (var wrong in new[] { path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), "/en/i/1.AAAAAAAAAAAAAAAAAAAAAA" })
        {
            using var answer = await visitor.Ask(HttpMethod.Get, wrong);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Contains("You have no mandate to sign for River Union", await Read(visitor, Chamber.Path(await chamber.MailTo(second.Email))), StringComparison.Ordinal);
        Assert.Contains("faults", await Post(visitor, Chamber.Path(chamber.Mails(second.Email)[0]), "Sign", ("text", "en"), ("textHash", await chamber.Hash(id))), StringComparison.Ordinal);
        chamber.Network.Clock.Move(TimeSpan.FromDays(11));
        Assert.Contains("cannot be signed now", await Read(visitor, path), StringComparison.Ordinal);
        Assert.Contains("faults", await Post(visitor, path, "Sign", ("text", "en"), ("textHash", await chamber.Hash(id))), StringComparison.Ordinal);
        Assert.Equal(0, await chamber.Network.Number("select count(*) from advocacy.sign_ons"));
    }

    [Fact]
    public async Task The_matrix_tells_who_signed_who_declined_and_who_has_not_answered()
    {
        await using var chamber = await Chamber.Open(postgres);
        var (signs, declines, silent) = (await chamber.Member("Signing Alliance", "=SA"), await chamber.Member("Declining Forum", "DF"), await chamber.Member("Silent Circle", "SC"));
        await chamber.Member("Mute Circle", "MC", mandate: false);
        var id = await chamber.Opened();
        using var visitor = chamber.Site.Public();
        Assert.Equal("", await Post(visitor, Chamber.Path(await chamber.MailTo(signs.Email)), "Sign", ("text", "en"), ("textHash", await chamber.Hash(id)), ("display", "Shown")));
        Assert.Equal("", await Post(visitor, Chamber.Path(await chamber.MailTo(declines.Email)), "Decline"));
        await chamber.MailTo(silent.Email);
        await chamber.Quiet();
        var office = await Office.SignIn(chamber.Site, "coordinator@mekong.example", Role.Coordinator);
        var (status, body) = await office.Get("/workspace/statements/matrix");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(new[] { "signed", "by mail link", "does not sign", "invited, no answer", "not asked" }, words => Assert.Contains(words, body, StringComparison.Ordinal));
        var csv = (await office.Get("/workspace/statements/matrix?handler=Csv")).Body;
        Assert.Contains("'=SA", csv, StringComparison.Ordinal);
        Assert.Contains("signed-on", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Silent Circle", (await office.Get("/workspace/statements/matrix?handler=Csv&answer=Declined")).Body, StringComparison.Ordinal);
    }

    private static async Task<string> Read(HttpClient visitor, string path)
    {
        using var answer = await visitor.Ask(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page with its fault; empty where it led on.</summary>
    private static async Task<string> Post(HttpClient visitor, string path, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await visitor.Ask(HttpMethod.Post, $"{path}?handler={handler}", form);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Redirect });
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
