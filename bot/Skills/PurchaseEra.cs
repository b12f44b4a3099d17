using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Tells the platform of a subscription by the day on which the customer says it was bought.</summary>
internal sealed class PurchaseEra(IDateTimeRecognizer dates, Phrases<PurchaseEra> phrases)
{
    /// <summary>Longer words tell of more than one day.</summary>
    private const int Short = 200;

    /// <summary>
    /// Whatever was bought or renewed from here on is new commerce: Microsoft moved the last legacy offers at their
    /// renewals in 2024 and 2025. Source: Microsoft Tech Community, Partner news of 12 July 2023, and its 2024 update.
    /// </summary>
    private static readonly LocalDate AllNewCommerceFrom = new(2026, 1, 1);

    /// <summary>"We bought it the day before yesterday": nobody need be asked for the platform. Of two days one may be that of something else.</summary>
    public bool SaysNewCommerce(Turn turn, LocalDate today) =>
        turn.Text.Length <= Short && phrases.Says(turn.Text, turn.Language, "Bought") && Days(turn, today).ToList() is [{ } day] && IsNewCommerce(day);

    public static bool IsNewCommerce(LocalDate day) => day >= AllNewCommerceFrom;

    /// <summary>The latest day in the words that is not to come.</summary>
    public LocalDate? LastDay(Turn turn, LocalDate today) => Days(turn, today).Max();

    private IEnumerable<LocalDate?> Days(Turn turn, LocalDate today) => dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon))
        .SelectMany(found => found.Values)
        .Select(value => LocalDateOf(value.GetValueOrDefault("start") ?? value.GetValueOrDefault("value")))
        .Where(date => date <= today);

    private static LocalDate? LocalDateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LocalDate.FromDateOnly(date)
            : null;
}
