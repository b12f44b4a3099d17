using NodaTime;

namespace BillingBot.Recognizers;

/// <summary>
/// Dates and times in words. Shaped like DateTimeRecognizer.RecognizeDateTime of Microsoft.Recognizers.Text,
/// so that the official package can take this place where it restores.
/// </summary>
internal interface IDateTimeRecognizer
{
    /// <param name="query">What the customer wrote, any length.</param>
    /// <param name="culture">"en" or "ja"; anything else finds nothing.</param>
    /// <param name="reference">The customer's or partner's local now, against which "tomorrow" is resolved.</param>
    IReadOnlyList<ModelResult> Recognize(string query, string culture, LocalDateTime reference);
}
