using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>A ministry promises before a forum in Vientiane: Sokha writes it down, Malee and Khin look at what became of it.</summary>
internal static class Promised
{
    public static readonly Guid Sokha = new("50c4a000-0000-0000-0000-000000000001");
    public static readonly Guid Khin = new("c41b0000-0000-0000-0000-000000000003");
    public static readonly Guid Ministry = new("a0000000-0000-0000-0000-000000000001");
    public static readonly Guid Director = new("b0000000-0000-0000-0000-000000000001");
    public static readonly Guid Dara = new("d0000000-0000-0000-0000-000000000001");
    public static readonly Guid Vanna = new("d0000000-0000-0000-0000-000000000002");
    public static readonly Guid Labour = new("f0000000-0000-0000-0000-000000000001");
    public static readonly Guid Showing = new("e0000000-0000-0000-0000-000000000001");

    public static readonly DateOnly Today = new(2027, 10, 21);

    public static readonly ForumPlanned Plan = new([new("en", "Regional labour forum"), new("lo", "ເວທີແຮງງານ")], "LA", "Vientiane", "Asia/Vientiane", new(2027, 11, 9), new(2027, 11, 10));

    public static readonly Forum AsPlanned = Forum.Fold.Over([Plan]);

    public static readonly CommitmentContent Content = new(
        "យើងនឹងចេញសេចក្តីណែនាំ", "km", [new("en", "We shall issue an instruction")], new CommitmentSource(SourceKind.Recording, "https://press.example/21-october", null, "minute 14"),
        Strength.Promise, Ministry, Director, Dara, [new Guid("c0000000-0000-0000-0000-000000000001")], new Guid("c0000000-0000-0000-0000-000000000002"), Today, new ByForum(Labour, 1), false);

    public static readonly CommitmentRecorded Recorded = new(7, Content, "KH", new(2027, 11, 8));

    public static readonly Reference Order = new(ReferenceKind.Press, "The order is published", "km", "https://gazette.example/order");

    public static StatusProposed Shown(CommitmentStatus status = CommitmentStatus.Kept) => new(Showing, status, [Order], "The order was published.", Sokha);
}
