namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Why a search found what it found.</summary>
/// <param name="Basis">What decided.</param>
/// <param name="Precision">Share of the answers that must be right, as the administrator set it.</param>
/// <param name="Threshold">How likely an article must be for that to be given as the answer.</param>
/// <param name="IsFixed">The administrator set the threshold itself.</param>
/// <param name="Candidates">Likeliest first, with how likely each is.</param>
/// <param name="Words">Of the text, in order; little words are left out.</param>
/// <param name="Nearest">What was taught that is most like the text.</param>
public sealed record Explanation(
    DecisionBasis Basis,
    double Precision,
    double Threshold,
    bool IsFixed,
    IReadOnlyList<ArticleMatch> Candidates,
    IReadOnlyList<ExplainedWord> Words,
    IReadOnlyList<NearText> Nearest);
