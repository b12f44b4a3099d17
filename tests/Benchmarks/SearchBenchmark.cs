using BenchmarkDotNet.Attributes;
using BillingBot.Tests.Articles;

namespace BillingBot.Benchmarks;

/// <summary>A question in nobody's words, among the shipped articles.</summary>
public class SearchBenchmark
{
    private Searcher _searcher = null!;

    [Params("en", "ja")]
    public string Language { get; set; } = "";

    private string Question => Language == "ja" ? "支払いが遅れたらどうなりますか" : "what will you do to us if the money comes late";

    [GlobalSetup]
    public async Task PrepareAsync() => _searcher = await ShippedPack.SearcherAsync();

    [Benchmark]
    public object Search() => _searcher.Ask(Question, Language);
}
