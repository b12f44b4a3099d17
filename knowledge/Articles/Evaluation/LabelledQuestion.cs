namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>A question and the articles that answer it.</summary>
/// <param name="Text">As a customer wrote it.</param>
/// <param name="Labels">Any of these is right; none when nothing answers it.</param>
public sealed record LabelledQuestion(string Text, IReadOnlyList<string> Labels)
{
    public bool IsAnswerable => Labels.Count > 0;
}
