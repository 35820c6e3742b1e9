using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Domain.Tests.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Subscribers;

using Command = Func<Subscriber, Decision<SubscriberEvent>>;

public sealed class NoMeansNoTests
{
    private static readonly Guid[] Points = [.. Enumerable.Range(1, 3).Select(n => new Guid(n, 0, 0, new byte[8]))];

    private static readonly Gen<Command> Commands = Gen.OneOf(
        from points in Gen.Elements(Points).ListOf()
        from language in Gen.Elements("en", "km")
        select (Command)(s => s.Enter(new(language, "KH", null, []), [.. points.Select(point => new Permission(point, "email", null, new(2026, 5, 1)))])),
        Gen.Elements(Points).Select(point => (Command)(s => s.Withdraw(point, "page"))),
        Gen.Elements(Points).Select(point => (Command)(s => s.Suppress(point, "5.1.1"))));

    [Fact]
    public void Whatever_happens_each_contact_point_is_given_once_withdrawn_once_and_never_given_again() => Quiet.Holds(Commands.ListOf(30), commands =>
    {
        var log = new List<SubscriberEvent>();
        foreach (var command in commands) log.AddRange(command(Subscriber.Fold.Over(log)).Events);
        return Points.All(point =>
        {
            var given = Places(log, e => e is ConsentGiven g && g.ContactPointId == point);
            var withdrawn = Places(log, e => e is ConsentWithdrawn w && w.ContactPointId == point);
            return given.Count <= 1 && withdrawn.Count <= given.Count && (withdrawn.Count == 0 || given[0] < withdrawn[0]);
        });
    });

    private static List<int> Places(List<SubscriberEvent> log, Predicate<SubscriberEvent> wanted) =>
        [.. Enumerable.Range(0, log.Count).Where(i => wanted(log[i]))];
}
