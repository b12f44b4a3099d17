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

    /// <summary>The shipped words; the training file's unanswerable questions join the off-topic ones.</summary>
    public static Lexicon Lexicon(Lexicon shipped, IEnumerable<LabelledQuestion> questions, string language) => shipped with
    {
        OffTopic = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [language] = [.. shipped.OffTopicIn(language), .. questions.Where(question => !question.IsAnswerable).Select(question => question.Text)],
        },
    };
}
