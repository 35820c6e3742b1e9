namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What a reference leads to. Of a launch each part is one: the paper in each of its languages, the film, the exhibition.</summary>
public enum ReferenceKind { Statement, Dialogue, Publication, Film, Exhibition, Event, Recording, Minutes, Press, Letter, File, Other }

/// <summary>Something that a dialogue goes with, that a recommendation rests on, or that shows what became of a promise.</summary>
/// <param name="Title">One line, as its language writes it.</param>
/// <param name="Language">Of what it leads to; null: of none, or not known.</param>
/// <param name="Url">Where the public finds it.</param>
/// <param name="Id">Of the statement, the dialogue or the paper that we keep; null for the other kinds.</param>
public sealed record Reference(ReferenceKind Kind, string Title, string? Language = null, string? Url = null, Guid? Id = null);
