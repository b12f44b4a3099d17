using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Embedding;

/// <summary>The partner's embedding model, opened when it is first used; most have none.</summary>
public sealed class EmbeddingModel : IDisposable
{
    private readonly Lazy<OnnxEmbedder>? _embedder;
    private readonly Lazy<Embeddings>? _embeddings;

    public EmbeddingModel(IOptions<AnswerOptions> options)
    {
        if (options.Value.EmbeddingModelPath is { Length: > 0 } path)
        {
            _embedder = new(() => OnnxEmbedder.Open(FullPath(path)));
            _embeddings = new(() => new Embeddings(_embedder.Value));
        }
    }

    /// <summary>Null without a model.</summary>
    internal Embeddings? Embeddings => _embeddings?.Value;

    /// <summary>Relative to the program, as the other paths are.</summary>
    internal static string FullPath(string path) => Path.Combine(AppContext.BaseDirectory, path);

    public void Dispose()
    {
        if (_embedder is { IsValueCreated: true })
        {
            _embedder.Value.Dispose();
        }
    }
}
