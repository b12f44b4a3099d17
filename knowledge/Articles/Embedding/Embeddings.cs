using System.Collections.Concurrent;

namespace BillingBot.Knowledge.Articles.Embedding;

/// <summary>What texts mean, by the model. Taught texts are remembered, for they are learnt again after every edit of another.</summary>
internal sealed class Embeddings(IEmbedder embedder)
{
    private readonly ConcurrentDictionary<string, float[]> _taught = new(StringComparer.Ordinal);

    public float[] OfTaught(string text) => _taught.GetOrAdd(text, embedder.Embed);

    public float[] OfAsked(string text) => embedder.Embed(text);
}
