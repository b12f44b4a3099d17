using System.ComponentModel.DataAnnotations;

namespace BillingBot.Knowledge.Articles;

/// <summary>Section <c>Answers</c>: where articles are and how sure a match must be.</summary>
public sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>The shipped articles, synonyms and off-topic questions; relative to the program.</summary>
    [Required(ErrorMessage = "Answers:ContentFolder is empty. Give the folder that holds en and ja, or remove the key for the shipped one.")]
    public string ContentFolder { get; set; } = "Content";

    /// <summary>The partner's own articles, laid out alike; one with a shipped article's id replaces it.</summary>
    public string? OwnContentFolder { get; set; }

    /// <summary>Below this an article is not given as the answer. Calibrated: of answers at 0.9, nine in ten are right.</summary>
    [Range(0.5, 0.999, ErrorMessage = "Answers:MinimumConfidence must be from 0.5 to 0.999.")]
    public double MinimumConfidence { get; set; } = 0.85;

    /// <summary>Below this the customer is not asked which of a few articles is meant.</summary>
    [Range(0.1, 0.999, ErrorMessage = "Answers:MinimumChoiceConfidence must be from 0.1 to 0.999.")]
    public double MinimumChoiceConfidence { get; set; } = 0.6;

    /// <summary>Below this an article is not even suggested.</summary>
    [Range(0.0, 0.5, ErrorMessage = "Answers:MinimumSuggestionConfidence must be from 0 to 0.5.")]
    public double MinimumSuggestionConfidence { get; set; } = 0.05;

    /// <summary>Characters; a longer text is never answered, only its beginning is searched for suggestions.</summary>
    [Range(100, 20_000, ErrorMessage = "Answers:LongestQuestion must be from 100 to 20000 characters.")]
    public int LongestQuestion { get; set; } = 2_000;
}
