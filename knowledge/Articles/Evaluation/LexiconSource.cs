using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>The shipped synonyms and off-topic questions, and the model if there is one.</summary>
public sealed class LexiconSource(IOptions<AnswerOptions> options, EmbeddingModel model)
{
    internal async Task<Lexicon> LoadAsync(IEnumerable<string> languages, CancellationToken cancellationToken) =>
        await Lexicon.LoadAsync(ContentFolders.Shipped(options.Value), languages, cancellationToken) with { Embeddings = model.Embeddings };
}
