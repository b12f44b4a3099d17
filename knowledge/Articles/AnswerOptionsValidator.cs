using System.Globalization;
using BillingBot.Knowledge.Articles.Embedding;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace BillingBot.Knowledge.Articles;

/// <summary>Written by hand: the generated validator's range check drops the message that names the key.</summary>
internal sealed class AnswerOptionsValidator : IValidateOptions<AnswerOptions>
{
    public ValidateOptionsResult Validate(string? name, AnswerOptions options)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(options.ContentFolder))
        {
            problems.Add($"{Key(nameof(options.ContentFolder))} is empty. Give the folder that holds en and ja, or remove the key for the shipped one.");
        }

        Check(problems, nameof(options.Precision), options.Precision, 0.5, 0.999);
        if (options.MinimumConfidence is { } confidence)
        {
            Check(problems, nameof(options.MinimumConfidence), confidence, 0.5, 0.999);
        }

        Check(problems, nameof(options.MinimumChoiceConfidence), options.MinimumChoiceConfidence, 0.1, 0.999);
        Check(problems, nameof(options.MinimumSuggestionConfidence), options.MinimumSuggestionConfidence, 0, 0.5);
        Check(problems, nameof(options.LongestQuestion), options.LongestQuestion, 100, 20_000);
        if (options.EmbeddingModelPath is { Length: > 0 } path && Problem(path) is { } problem)
        {
            problems.Add($"{Key(nameof(options.EmbeddingModelPath))}: {problem}. Give a BERT-like encoder in ONNX format with its vocab.txt beside it, or remove the key.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Why the model cannot be used; null when it can.</summary>
    private static string? Problem(string path)
    {
        try
        {
            using var embedder = OnnxEmbedder.Open(EmbeddingModel.FullPath(path));
            embedder.Embed("invoice");
            return null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or OnnxRuntimeException)
        {
            return failure.Message;
        }
    }

    private static void Check(List<string> problems, string option, double value, double minimum, double maximum)
    {
        if (!(value >= minimum && value <= maximum))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Key(option)} is {value}. Set it from {minimum} to {maximum}, or remove it for the default."));
        }
    }

    private static string Key(string option) => $"{AnswerOptions.Section}:{option}";
}
