namespace BillingBot.Recognizers;

/// <summary>One way to write a currency: "$", "us dollars", "円".</summary>
/// <param name="Text">Folded as the language's number reader folds.</param>
/// <param name="Leads">Whether it may stand before the amount.</param>
/// <param name="Alone">Whether it is a currency with no amount beside it.</param>
internal sealed record CurrencyWord(string Text, CurrencyUnit Unit, bool Leads, bool Alone);
