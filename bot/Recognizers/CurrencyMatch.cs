namespace BillingBot.Recognizers;

/// <param name="End">Index after the last character.</param>
/// <param name="Value">Null when only the currency is named.</param>
internal readonly record struct CurrencyMatch(int Start, int End, decimal? Value, CurrencyUnit Unit);
