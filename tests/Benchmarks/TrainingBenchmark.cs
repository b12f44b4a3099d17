using BenchmarkDotNet.Attributes;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Articles;

namespace BillingBot.Benchmarks;

/// <summary>What an edit of one article costs: the shipped articles of its language are learnt anew, each time with another question.</summary>
public class TrainingBenchmark
{
    private Lexicon _lexicon = null!;
    private List<Article> _articles = [];
    private int _edits;

    [Params("en", "ja")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _lexicon = await ShippedPack.LexiconAsync();
        _articles = [.. (await ShippedPack.ArticlesAsync()).Where(article => article.Language == Language && article.Audience == Audience.Customer)];
    }

    [Benchmark]
    public object Train()
    {
        var edited = _articles[0].WithQuestions([.. _articles[0].Questions, $"edited {_edits++}"]);
        return ArticleIndex.Build([edited, .. _articles.Skip(1)], _lexicon);
    }
}
