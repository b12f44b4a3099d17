using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads the customer's words as the answer to "which one do you mean?".</summary>
internal sealed class OpenQuestions(PurchaseEra purchases, ArticleStore articles, Phrases<OpenQuestions> phrases)
{
    /// <summary>The article that tells how to find out which platform a subscription is on.</summary>
    public const string WhichEra = "new-or-legacy";

    /// <returns>The id of the chosen article; null when the words are no answer.</returns>
    public string? AnsweredWith(Turn turn, LocalDate today)
    {
        if (turn.State.Asked is not { } asked)
        {
            return null;
        }

        var words = TextFolding.Fold(turn.Text);
        return asked.Options.FirstOrDefault(option => TextFolding.Fold(option.Label) == words)?.ArticleId
            ?? ByNumber(asked, words)
            ?? (asked.IsYesOrNo && phrases[turn.Language, "Yes"].Split('|').Contains(words, StringComparer.Ordinal) ? asked.Options[0].ArticleId : null)
            ?? (asked.IsAboutEra ? ByEra(asked, turn, words) ?? ByDate(asked, turn, today) ?? ByDoubt(turn, words) : null);
    }

    private static string? ByNumber(OpenQuestion asked, string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= asked.Options.Count
            ? asked.Options[number - 1].ArticleId
            : null;

    /// <summary>"New commerce", and hardly more: an article may be taught these words as a question of its own.</summary>
    private string? ByEra(OpenQuestion asked, Turn turn, string words) => QueryHints.Read(words) is { IsFollowUp: true, Era: { } era }
        ? asked.Options.Select(option => option.ArticleId).FirstOrDefault(id => articles.Find(id, turn.Language.Code)?.Era == era)
        : null;

    /// <summary>A date long ago does not tell: the subscription may have moved at a renewal since.</summary>
    private string? ByDate(OpenQuestion asked, Turn turn, LocalDate today)
    {
        var bought = purchases.LastDay(turn, today);
        return bought is null ? null : PurchaseEra.IsNewCommerce(bought.Value) ? NewCommerceOption(asked, turn) : WhichEra;
    }

    private string? ByDoubt(Turn turn, string words) =>
        phrases[turn.Language, "Doubt"].Split('|').Any(doubt => words.Contains(doubt, StringComparison.OrdinalIgnoreCase))
            ? WhichEra
            : null;

    private string? NewCommerceOption(OpenQuestion asked, Turn turn) => asked.Options
        .Select(option => option.ArticleId)
        .FirstOrDefault(id => articles.Find(id, turn.Language.Code) is { Era: PlatformEra.NewCommerce });
}
