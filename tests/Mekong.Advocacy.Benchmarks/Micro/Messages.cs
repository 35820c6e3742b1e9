using BenchmarkDotNet.Attributes;
using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Benchmarks.Micro;

/// <summary>What is done for every message, or with every key typed in a text's field.</summary>
public class Messages
{
    private readonly string inKhmer = "សូមចូលរួមសវនាការនៅថ្ងៃព្រហស្បតិ៍ ម៉ោង ៩ ព្រឹក។ ចុះហត្ថលេខា: https://alerts.mekong.example/u/4f7a";
    private readonly string inVietnamese = "Tiếng nói Người di cư Mê Công – họp “online” chuẩn bị diễn đàn lúc 10:00 thứ Bảy 16/01… Hạn đăng ký: 08/01";
    private readonly SampleLetter khmer = new("km"), english = new("en");

    [Benchmark(Description = "rendering a mail for one reader, English")]
    public int RenderEnglish() => english.Render();

    [Benchmark(Description = "rendering a mail for one reader, Khmer")]
    public int RenderKhmer() => khmer.Render();

    [Benchmark(Description = "writing it as MIME, English")]
    public int WriteEnglish() => english.Write();

    [Benchmark(Description = "writing it as MIME, Khmer")]
    public int WriteKhmer() => khmer.Write();

    [Benchmark(Description = "counting an SMS's parts")]
    public int CountSms() => SmsSegments.Count(inKhmer).Parts;

    [Benchmark(Description = "folding an SMS to plain punctuation")]
    public int FoldLatin() => SmsFolding.Latin(inVietnamese).Length;

    [Benchmark(Description = "folding an SMS to letters without accents")]
    public int FoldAccents() => SmsFolding.WithoutAccents(inVietnamese).Length;
}
