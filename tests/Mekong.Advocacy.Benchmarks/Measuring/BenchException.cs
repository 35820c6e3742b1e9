namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>Why something could not be measured, in one sentence for whoever asked.</summary>
internal class BenchException(string sentence) : Exception(sentence);

/// <summary>A program that a measurement needs is not installed; its line is left out of the table.</summary>
internal sealed class MissingProgramException(string program, string package)
    : BenchException($"{program} is missing (Debian, Ubuntu: apt-get install {package})");
