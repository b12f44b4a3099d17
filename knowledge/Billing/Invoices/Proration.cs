namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>
/// What a part period costs, rounded to the currency's minor unit. A negative quantity is given back. Sources: Partner
/// Center, new commerce cancellation policy (prorated by day); Billing basics of 2021 (legacy formula).
/// </summary>
public static class Proration
{
    /// <summary>New commerce: price x quantity x days charged / days of the cycle.</summary>
    public static Money ByDay(decimal unitPrice, decimal quantity, int days, int cycleDays, string currency) =>
        Money.Rounded(unitPrice * quantity * days / cycleDays, currency);

    /// <summary>Legacy: round(round(price x quantity / days of the month) x days / quantity) x quantity.</summary>
    /// <param name="unitPrice">Of one for the whole month.</param>
    /// <param name="quantity">Not zero.</param>
    /// <param name="days">Days charged.</param>
    /// <param name="monthDays">Days of the month.</param>
    /// <param name="currency">Its number of decimals takes the place of the formula's two.</param>
    public static LegacyProration Legacy(decimal unitPrice, decimal quantity, int days, int monthDays, string currency)
    {
        var day = Money.Rounded(unitPrice * quantity / monthDays, currency);
        var each = Money.Rounded(day.Major * days / quantity, currency);
        return new LegacyProration(day, each, Money.Rounded(each.Major * quantity, currency));
    }
}
