using BillingBot.Knowledge.Articles.Search;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>Makes articles of labelled questions: every label is one, named by its words, and its questions are the examples.</summary>
internal static class LabelledStore
{
    private static readonly LocalDate Reviewed = new(2000, 1, 1);

    public static IReadOnlyList<Article> Articles(IEnumerable<LabelledQuestion> questions, string language) =>
        [.. questions.SelectMany(question => question.Labels.Select(label => (label, question.Text)))
            .GroupBy(entry => entry.label, entry => entry.Text, StringComparer.Ordinal)
            .Select(label => new Article
            {
                Id = label.Key,
                Language = language,
                Title = label.Key.Replace('_', ' ').Replace('-', ' '),
                Topic = label.Key,
                Source = "Evaluation",
                ReviewedOn = Reviewed,
                Questions = [.. label],
                FollowUps = [],
                ContentHash = "",
            })];

    /// <summary>The shipped words and off-topic questions; what the store's own articles do not answer, and what is asked of them, is the files'.</summary>
    public static Lexicon Lexicon(
        Lexicon shipped, IEnumerable<LabelledQuestion> train, IReadOnlyList<LabelledQuestion> calibrate, string language) => shipped with
        {
            Unanswered = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                [language] = [.. train.Where(question => !question.IsAnswerable).Select(question => question.Text)],
            },
            Asked = new Dictionary<string, IReadOnlyList<LabelledQuestion>>(StringComparer.Ordinal) { [language] = calibrate },
        };
}
