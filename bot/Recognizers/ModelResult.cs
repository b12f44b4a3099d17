namespace BillingBot.Recognizers;

/// <summary>One recognised expression, in the shape of Microsoft.Recognizers.Text's ModelResult.</summary>
/// <param name="Text">The words as they stand in the query.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index of the last character, inclusive as in the official recognisers.</param>
/// <param name="TypeName">For example <c>datetimeV2.daterange</c>, <c>number</c> or <c>currency</c>.</param>
/// <param name="Values">The possible meanings, each a small dictionary: timex, type and value or start and end; of an amount value, unit and isoCurrency.</param>
internal sealed record ModelResult(
    string Text, int Start, int End, string TypeName, IReadOnlyList<IReadOnlyDictionary<string, string>> Values);
