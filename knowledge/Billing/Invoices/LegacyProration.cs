namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>A part month on the legacy platform, which rounds three times: that is why it may differ by some cents.</summary>
/// <param name="Day">All seats for one day: price x quantity / days of the month.</param>
/// <param name="Each">One seat for the days charged: <paramref name="Day"/> x days / quantity.</param>
/// <param name="Amount">What is charged: <paramref name="Each"/> x quantity.</param>
public sealed record LegacyProration(Money Day, Money Each, Money Amount);
