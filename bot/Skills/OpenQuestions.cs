using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads the customer's words as the answer to "which one do you mean?".</summary>
internal sealed class OpenQuestions(IDateTimeRecognizer dates, ArticleStore articles, Phrases<OpenQuestions> phrases)
{
    /// <summary>The article that tells how to find out which platform a subscription is on.</summary>
    public const string WhichEra = "new-or-legacy";

    /// <summary>
    /// Whatever was bought or renewed from here on is new commerce: Microsoft moved the last legacy offers at their
    /// renewals in 2024 and 2025. Source: Microsoft Tech Community, Partner news of 12 July 2023, and its 2024 update.
    /// </summary>
    private static readonly LocalDate AllNewCommerceFrom = new(2026, 1, 1);

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
        var bought = dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon))
            .SelectMany(found => found.Values)
            .Select(value => LocalDateOf(value.GetValueOrDefault("start") ?? value.GetValueOrDefault("value")))
            .Where(date => date <= today)
            .Max();
        return bought is null ? null : bought >= AllNewCommerceFrom ? NewCommerceOption(asked, turn) : WhichEra;
    }

    private string? ByDoubt(Turn turn, string words) =>
        phrases[turn.Language, "Doubt"].Split('|').Any(doubt => words.Contains(doubt, StringComparison.OrdinalIgnoreCase))
            ? WhichEra
            : null;

    private string? NewCommerceOption(OpenQuestion asked, Turn turn) => asked.Options
        .Select(option => option.ArticleId)
        .FirstOrDefault(id => articles.Find(id, turn.Language.Code) is { Era: PlatformEra.NewCommerce });

    private static LocalDate? LocalDateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LocalDate.FromDateOnly(date)
            : null;
}
