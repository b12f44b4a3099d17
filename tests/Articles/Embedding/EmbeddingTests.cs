using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Articles.Embedding;

/// <summary>With a model of what words mean, words that nobody taught are understood; without one nothing changes.</summary>
public sealed class EmbeddingTests
{
    private const int Invoice = 0, Refund = 1;
    private static readonly Featurizer Featurizer = new(Synonyms.None);

    [Fact]
    public void The_mean_of_the_words_is_the_meaning_of_a_text()
    {
        using var model = new TinyModel();
        using var embedder = OnnxEmbedder.Open(model.Path);
        Assert.Equal([1, 0, 0], embedder.Embed("Invoice, RECHNUNG!"));
        Assert.Equal([0.7071f, 0.7071f, 0], embedder.Embed("refund invoice").Select(value => MathF.Round(value, 4)));
        Assert.Equal([0, 0, 0], embedder.Embed(""));
        Assert.Equal(3, embedder.Embed(string.Join(' ', Enumerable.Repeat("invoice", 5_000))).Length);
    }

    [Theory]
    [InlineData("Rechnung", Invoice)]
    [InlineData("Erstattung", Refund)]
    public void A_word_that_nobody_taught_is_ranked_by_what_it_means(string text, int topic)
    {
        using var model = new TinyModel();
        using var embedder = OnnxEmbedder.Open(model.Path);
        TextFeatures Read(string words) => Featurizer.Read(words) with { Meaning = embedder.Embed(words) };
        var ranker = new TopicRanker(
            [new(Read("my invoice"), Invoice, IsQuestion: true), new(Read("the refund"), Refund, IsQuestion: true)], TrainingPlan.For(2, 2), CancellationToken.None);

        var ranked = ranker.Rank(Read(text), _ => true, 2);
        Assert.Equal(topic, ranked.Topics[0].Topic);
        Assert.Equal(1, ranked.Evidence!.Meaning, 3);
        Assert.Equal(0, ranked.Evidence.MeaningRival, 3);
        Assert.Empty(ranker.Rank(Featurizer.Read(text), _ => true, 2).Topics);
    }

    [Fact]
    public void The_configured_model_reaches_the_search()
    {
        using var model = new TinyModel();
        using var services = Services(model.Path);
        var embeddings = services.GetRequiredService<EmbeddingModel>().Embeddings!;
        var lexicon = new Lexicon(Synonyms.None, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)) { Embeddings = embeddings };
        var section = ArticleIndex.Build([TestArticles.English("bill", "my invoice"), TestArticles.English("back", "the refund")], lexicon, cancellationToken: TestContext.Current.CancellationToken)
            .Section("en", Audience.Customer)!;

        Assert.Equal("back", section.Rank("Erstattung", TestArticles.Today).Topics[0].Topic);
        Assert.Same(embeddings.OfTaught("the refund"), embeddings.OfTaught("the refund"));
    }

    [Fact]
    public void Without_a_model_there_is_none()
    {
        using var services = Services(null);
        Assert.Null(services.GetRequiredService<EmbeddingModel>().Embeddings);
    }

    [Fact]
    public void What_is_no_model_stops_the_start_and_names_the_key()
    {
        using var model = new TinyModel();
        Assert.NotNull(Options(model.Path));
        using var strange = new TinyModel(input: "pixels");
        AssertRefused(strange.Path, "wants an input pixels");
        File.WriteAllText(model.Path, "no model");
        AssertRefused(model.Path, "is no model");
        File.Delete(model.Vocabulary);
        AssertRefused(model.Path, $"there is no file {model.Vocabulary}");
    }

    private static void AssertRefused(string path, string message)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Options(path)).Message;
        Assert.StartsWith("Answers:EmbeddingModelPath: ", refused, StringComparison.Ordinal);
        Assert.Contains(message, refused, StringComparison.Ordinal);
    }

    private static AnswerOptions Options(string path)
    {
        using var services = Services(path);
        return services.GetRequiredService<IOptions<AnswerOptions>>().Value;
    }

    private static ServiceProvider Services(string? path) => new ServiceCollection().AddLogging().AddArticles()
        .Configure<AnswerOptions>(options => options.EmbeddingModelPath = path).BuildServiceProvider();
}
