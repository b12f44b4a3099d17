using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.RefundWindow;

/// <summary>
/// "Can we still cancel our Power BI?", "I bought it on 20 November and want to cancel": where the search is not sure,
/// such words ask for a date and not for the general rule.
/// </summary>
internal sealed class RefundRoutes(IDateTimeRecognizer dates, Phrases<RefundRoutes> phrases)
{
    private const int Long = 300;

    /// <param name="turn">The turn.</param>
    /// <param name="today">Of the partner.</param>
    /// <returns>The id of the article; null when the words do not ask for it.</returns>
    public string? ArticleFor(Turn turn, LocalDate today) =>
        turn.Text.Length <= Long && (Says(turn, "Deadline") || (Says(turn, "GivesBack") && SaysPastDay(turn, today))) ? "refund-window" : null;

    private bool SaysPastDay(Turn turn, LocalDate today) => dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon))
        .Where(found => found.TypeName is "datetimeV2.date" or "datetimeV2.datetime")
        .SelectMany(found => found.Values)
        .Any(value => value.GetValueOrDefault("value") is { Length: >= 10 } text
            && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true, Value: var day } && day < today);

    private bool Says(Turn turn, string key) => Regex.IsMatch(turn.Text, phrases[turn.Language, key], RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);
}
