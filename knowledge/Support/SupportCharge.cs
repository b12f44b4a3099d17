using BillingBot.Knowledge.Billing;
namespace BillingBot.Knowledge.Support;

/// <param name="MinorUnits">The amount in the currency's smallest unit: cents, or whole yen.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Per">What it is charged for.</param>
public sealed record SupportCharge(long MinorUnits, string Currency, PricePeriod Per)
{
    /// <summary>The amount in whole units, with as many decimals as the currency has.</summary>
    public decimal Amount => new decimal(1, 0, 0, isNegative: false, (byte)Decimals) * MinorUnits;
    public int Decimals => Iso4217.Decimals(Currency) ?? throw new InvalidOperationException($"'{Currency}' is not a currency.");
}
