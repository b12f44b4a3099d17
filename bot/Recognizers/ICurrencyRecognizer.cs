namespace BillingBot.Recognizers;

/// <summary>
/// Amounts of money and currencies named alone. Shaped like NumberWithUnitRecognizer.RecognizeCurrency of
/// Microsoft.Recognizers.Text, so that the official package can take this place where it restores.
/// </summary>
internal interface ICurrencyRecognizer
{
    /// <param name="query">What the customer wrote, any length.</param>
    /// <param name="culture">"en" or "ja"; anything else finds nothing.</param>
    /// <returns>
    /// Results of type "currency" with "unit" ("Dollar"), "value" (invariant text; absent when only the currency is named)
    /// and "isoCurrency" (ISO 4217; absent when several countries have such a unit, as dollars in English).
    /// </returns>
    IReadOnlyList<ModelResult> Recognize(string query, string culture);
}
