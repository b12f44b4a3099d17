namespace BillingBot.Knowledge.Billing;

/// <summary>An amount of money, exact.</summary>
/// <param name="Minor">Whole number of the currency's smallest unit: yen, cents, fils.</param>
/// <param name="Currency">ISO 4217 code; its number of decimals stands in <see cref="Iso4217"/>.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <exception cref="InvalidOperationException">There is no such currency.</exception>
    public int Decimals => Iso4217.Decimals(Currency) ?? throw new InvalidOperationException($"'{Currency}' is not a currency.");

    /// <summary>In the currency's major unit.</summary>
    public decimal Major => Minor / Scale(Decimals);

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    public static Money operator -(Money amount) => new(checked(-amount.Minor), amount.Currency);

    /// <returns>Null when there is no such currency, or the amount has more decimals than it, or is too large.</returns>
    public static Money? FromMajor(decimal major, string currency)
    {
        if (Iso4217.Decimals(currency) is not { } decimals || Math.Abs(major) > long.MaxValue / Scale(decimals))
        {
            return null;
        }

        var minor = major * Scale(decimals);
        return minor == decimal.Truncate(minor) ? new Money((long)minor, currency) : null;
    }

    /// <summary>Rounded to the minor unit, halves away from zero: what invoices do.</summary>
    public static Money Rounded(decimal major, string currency)
    {
        var scale = Scale(Iso4217.Decimals(currency) ?? throw new ArgumentException($"'{currency}' is not a currency.", nameof(currency)));
        return new Money((long)Math.Round(major * scale, MidpointRounding.AwayFromZero), currency);
    }

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Negate(Money amount) => -amount;

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be reckoned together.");

    private static decimal Scale(int decimals) => decimals switch { 0 => 1m, 2 => 100m, 3 => 1_000m, _ => (decimal)Math.Pow(10, decimals) };
}
