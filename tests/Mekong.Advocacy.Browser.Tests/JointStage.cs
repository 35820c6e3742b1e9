using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>
/// Statements as the workspace meets them: the demonstration's draft; one that is frozen and waits for a second person; one that was signed by four members,
/// closed, packed, sent in vain to one office and answered by the other.
/// </summary>
/// <param name="Doors">To begin a walk at.</param>
/// <param name="Faces">Of kinds of pages that the walk keeps one address of.</param>
/// <param name="Signed">What a member has signed.</param>
internal sealed record JointStage(string[] Doors, string[] Faces, string Signed)
{
    private static readonly Guid Second = new("c41b0000-0000-0000-0000-000000000003");

    public static async Task<JointStage> Prepare(IServiceProvider services, IPage admin, CancellationToken ct)
    {
        var (decider, tables, clock) = (services.GetRequiredService<Decider>(), services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>());
        var author = (await services.GetRequiredService<AccountDesk>().Ensure("author@example.org", Role.Coordinator)).Id;
        var draft = (await tables.Query<Guid>("select id from advocacy.statements", null, ct))[0];
        var content = (await decider.Load(Statement.Fold, draft, ct)).State.Content!;
        var (frozen, closed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Write(frozen, content with { Name = "Schools for children on both banks" });
        var now = clock.GetUtcNow();
        await Write(closed, content with { Name = "No fees for work", Window = new SignOnWindow(now.AddDays(-3), now.AddSeconds(3), "Asia/Bangkok") });
        foreach (var text in content.Texts) await Do(closed, statement => statement.Approve(Second, text.Language, Seals.Of(text, 1).Hash));
        await Do(closed, statement => statement.Open(now));
        await Sign();
        while ((await decider.Load(Statement.Fold, closed, ct)).State.Stage != StatementStage.Closed)
        {
            await services.GetRequiredService<IMediator>().Send(new CloseStatement(closed), ct);
            await Task.Delay(100, ct);
        }
        await HandOver();
        var member = (await services.GetRequiredService<FocalPoints>().ByEmail(DemoNetwork.Member, ct))[0].OrganisationId;
        var (home, signOn) = ($"/workspace/statements/{closed}", SignOnId.Of(closed, member));
        return new(
            [$"/workspace/statements/{draft}", $"{home}/delivery", $"{home}/sign-ons/{signOn}"],
            [home, $"{home}/sign-ons", $"/workspace/statements/{frozen}"], $"/members/{member}/statements/{closed}");

        async Task Write(Guid id, StatementContent what)
        {
            var number = await tables.Query<int>("select nextval('advocacy.statement_numbers')::int", null, ct);
            await Do(id, statement => statement.Draft(author, number[0], what));
            await Do(id, statement => statement.Freeze(author));
        }

        async Task Sign()
        {
            var (signing, text) = (services.GetRequiredService<Signing>(), content.In("km")!);
            foreach (var speaker in (await services.GetRequiredService<OrganisationReads>().Spokespeople(now, ct)).Take(4))
                Assert.False((await signing.Sign(new(closed, speaker.OrganisationId, speaker.OfficerId, "km", Seals.Of(text, 1).Hash, SignOnChannel.MemberPage, Display.Shown, "Director"), ct)).Refused);
        }

        async Task HandOver()
        {
            await admin.GotoAsync($"/workspace/statements/{closed}/delivery");
            await admin.Locator("form[action*='handler=Make'] button").ClickAsync();
            await admin.Locator("main a[href*='/packages/']").Nth(1).WaitForAsync();
            var packages = (await decider.Load(Statement.Fold, closed, ct)).State.Packages;
            foreach (var (made, arrived, reply) in packages.Zip([false, true], ["550 mailbox is full", "250 2.0.0 queued as 4F1B"]))
                await Do(closed, statement => statement.RecordTransmission(new(
                    Guid.CreateVersion7(), author, made.Addressee, TransmissionChannel.Email, made.PackageId, made.Hash, arrived, reply, null, clock.GetUtcNow())));
            await Do(closed, statement => statement.RecordReply(new(Guid.CreateVersion7(), author, packages[1].Addressee, "They will open a desk for claims.", null, clock.GetUtcNow())));
        }

        async Task Do(Guid id, Func<Statement, Decision<StatementEvent>> decide) => Assert.Empty((await decider.Decide(Statement.Fold, id, decide, ct)).Refusals);
    }
}
