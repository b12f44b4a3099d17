namespace BillingBot.Knowledge.Articles;

/// <summary>Section <c>Answers</c>: where articles are and how sure a match must be.</summary>
public sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>The shipped articles, synonyms and off-topic questions; relative to the program.</summary>
    public string ContentFolder { get; set; } = "Content";

    /// <summary>The partner's own articles, laid out alike; one with a shipped article's id replaces it.</summary>
    public string? OwnContentFolder { get; set; }

    /// <summary>A sentence encoder in ONNX format (see <see cref="Embedding.OnnxEmbedder"/>), relative to the program; without one words alone decide.</summary>
    public string? EmbeddingModelPath { get; set; }

    /// <summary>Where what was trained is kept for the next start; relative to the program. None: beside the database of SQLite, with PostgreSQL nowhere.</summary>
    public string? TrainedFolder { get; set; }

    /// <summary>Share of the answers that must be right. What a match must reach for it is measured whenever articles are loaded.</summary>
    public double Precision { get; set; } = 0.95;

    /// <summary>Below this an article is not given as the answer; replaces the measured threshold. Calibrated: of answers at 0.9, nine in ten are right.</summary>
    public double? MinimumConfidence { get; set; }

    /// <summary>Below this the customer is not asked which of a few articles is meant.</summary>
    public double MinimumChoiceConfidence { get; set; } = 0.6;

    /// <summary>Below this an article is not even suggested.</summary>
    public double MinimumSuggestionConfidence { get; set; } = 0.05;

    /// <summary>Characters; a longer text is never answered, only its beginning is searched for suggestions.</summary>
    public int LongestQuestion { get; set; } = 2_000;
}
