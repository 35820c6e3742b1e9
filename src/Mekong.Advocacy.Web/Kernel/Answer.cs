using MediatR;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>What came of a command: done, or the reasons why not, each at its field.</summary>
public sealed record Answer(IReadOnlyList<Refusal> Refusals)
{
    public static Answer Done { get; } = new([]);

    public bool Refused => Refusals.Count > 0;

    public static implicit operator Answer(Refusal? refusal) => refusal is null ? Done : new([refusal]);
}

/// <summary>Something a person or a job asks for.</summary>
public interface ICommand : IRequest<Answer>;
