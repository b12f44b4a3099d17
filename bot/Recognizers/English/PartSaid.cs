namespace BillingBot.Recognizers.English;

/// <param name="Timex">TMO, TAF, TEV, TNI, TDT, TNT, TMEB, TMEL or TMED.</param>
/// <param name="Mod">start for "early", end for "late"; before, after or approx of a meal.</param>
internal sealed record PartSaid(string Timex, string? Mod);
