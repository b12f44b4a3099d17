using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace BillingBot.Knowledge.Articles.Embedding;

/// <summary>
/// A sentence encoder of the BERT family in ONNX format, with its <c>vocab.txt</c> beside it. It takes <c>input_ids</c>,
/// <c>attention_mask</c> and, if it likes, <c>token_type_ids</c> (int64, one text by tokens); its first output is a vector a
/// token, of which the mean is taken, or a vector a text (float).
/// </summary>
internal sealed class OnnxEmbedder : IEmbedder, IDisposable
{
    private const string Vocabulary = "vocab.txt", Ids = "input_ids", Mask = "attention_mask", Types = "token_type_ids";

    /// <summary>A question is seldom longer, and time grows with it.</summary>
    private const int MostTokens = 128;

    private static readonly string[] KnownInputs = [Ids, Mask, Types];
    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;

    private OnnxEmbedder(InferenceSession session, BertTokenizer tokenizer) => (_session, _tokenizer) = (session, tokenizer);

    /// <exception cref="InvalidDataException">A file is missing or is no such model; the message says what is wanted.</exception>
    public static OnnxEmbedder Open(string path)
    {
        var vocabulary = Path.Combine(Path.GetDirectoryName(path) ?? "", Vocabulary);
        if (new[] { path, vocabulary }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new InvalidDataException($"there is no file {missing}");
        }

        try
        {
            var embedder = new OnnxEmbedder(new InferenceSession(path), BertTokenizer.Create(vocabulary, Casing(vocabulary)));
            if (embedder._session.InputNames.FirstOrDefault(name => !KnownInputs.Contains(name, StringComparer.Ordinal)) is { } unknown)
            {
                embedder.Dispose();
                throw new InvalidDataException($"{path} wants an input {unknown}, not only {string.Join(", ", KnownInputs)}");
            }

            return embedder;
        }
        catch (Exception failure) when (failure is OnnxRuntimeException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{path} is no model, or {Vocabulary} is not its vocabulary: {failure.Message}", failure);
        }
    }

    public float[] Embed(string text)
    {
        var ids = _tokenizer.EncodeToIds(text, MostTokens, addSpecialTokens: true, out _, out _).Select(id => (long)id).ToArray();
        var inputs = _session.InputNames.ToDictionary(name => name, name => OrtValue.CreateTensorValueFromMemory(
            name switch
            {
                Ids => ids,
                Mask => Enumerable.Repeat(1L, ids.Length).ToArray(),
                _ => new long[ids.Length],
            },
            [1, ids.Length]), StringComparer.Ordinal);
        try
        {
            using var run = new RunOptions();
            using var outputs = _session.Run(run, inputs, _session.OutputNames);
            return Mean(outputs[0].GetTensorDataAsSpan<float>(), (int)outputs[0].GetTensorTypeAndShape().Shape[^1]);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>A vocabulary without capitals is for small letters.</summary>
    private static BertOptions Casing(string vocabulary) => new()
    {
        LowerCaseBeforeTokenization = !File.ReadLines(vocabulary).Any(word => word is not ['[', ..] && word.Any(char.IsAsciiLetterUpper)),
    };

    private static float[] Mean(ReadOnlySpan<float> vectors, int width)
    {
        var mean = new float[width];
        for (var index = 0; index < vectors.Length; index++)
        {
            mean[index % width] += vectors[index];
        }

        var length = MathF.Sqrt(mean.Sum(value => value * value));
        return [.. mean.Select(value => value / MathF.Max(length, 1e-9f))];
    }
}
