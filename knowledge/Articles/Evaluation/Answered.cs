namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>What the search made of a labelled question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Best">Label of the likeliest article; null when nothing was recognised.</param>
/// <param name="Confidence">That the likeliest is right.</param>
/// <param name="Answerable">Probability that some article answers it.</param>
/// <param name="IsAnswered">Whether the bot answers with it.</param>
/// <param name="Offered">Labels offered as a choice instead; empty when none are.</param>
/// <param name="Milliseconds">The search took.</param>
public sealed record Answered(
    LabelledQuestion Question,
    string? Best,
    double Confidence,
    double Answerable,
    bool IsAnswered,
    IReadOnlyList<string> Offered,
    double Milliseconds)
{
    public bool IsRight => Best is not null && Question.Labels.Contains(Best, StringComparer.Ordinal);
}
