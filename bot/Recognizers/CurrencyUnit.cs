namespace BillingBot.Recognizers;

/// <param name="Name">As the official recognisers name it: "Dollar", "Japanese yen".</param>
/// <param name="Code">ISO 4217, null when several countries have such a unit, and for hundredths.</param>
/// <param name="Hundredth">Cents and the like.</param>
internal sealed record CurrencyUnit(string Name, string? Code, bool Hundredth);
