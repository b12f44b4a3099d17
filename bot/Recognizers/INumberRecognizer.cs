namespace BillingBot.Recognizers;

/// <summary>
/// Numbers in words and digits. Shaped like NumberRecognizer.RecognizeNumber of Microsoft.Recognizers.Text,
/// so that the official package can take this place where it restores.
/// </summary>
internal interface INumberRecognizer
{
    /// <param name="query">What the customer wrote, any length.</param>
    /// <param name="culture">"en" or "ja"; anything else finds nothing.</param>
    /// <returns>Results of type "number", each with its "value": invariant text of at most 15 significant digits.</returns>
    IReadOnlyList<ModelResult> Recognize(string query, string culture);
}
