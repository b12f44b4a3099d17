using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads the customer's words as the answer to "which one do you mean?".</summary>
internal sealed class OpenQuestions(IDateTimeRecognizer dates, ArticleStore articles)
{
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
            ?? (asked.IsAboutEra && WasBoughtRecently(turn, today) ? NewCommerceOption(asked, turn) : null);
    }

    private static string? ByNumber(OpenQuestion asked, string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= asked.Options.Count
            ? asked.Options[number - 1].ArticleId
            : null;

    private string? NewCommerceOption(OpenQuestion asked, Turn turn) => asked.Options
        .Select(option => option.ArticleId)
        .FirstOrDefault(id => articles.Find(id, turn.Language.Code)?.Era == PlatformEra.NewCommerce);

    private bool WasBoughtRecently(Turn turn, LocalDate today) => dates
        .Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon))
        .SelectMany(found => found.Values)
        .Select(value => value.GetValueOrDefault("start") ?? value.GetValueOrDefault("value"))
        .Any(text => LocalDateOf(text) is { } date && date >= AllNewCommerceFrom && date <= today);

    private static LocalDate? LocalDateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LocalDate.FromDateOnly(date)
            : null;
}
