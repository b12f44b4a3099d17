using System.Globalization;

namespace BillingBot.Recognizers;

/// <param name="End">Index after the last character.</param>
internal readonly record struct NumberMatch(int Start, int End, decimal Value)
{
    /// <summary>Beyond this nothing is multiplied, far from where decimal overflows.</summary>
    public const decimal Largest = 1e15m;

    /// <returns>Null when it would overflow or the divisor is next to nothing.</returns>
    public static decimal? Quotient(decimal above, decimal below) => above <= Largest && below > 1e-6m ? above / below : null;

    /// <summary>As the official recognisers write values: at most 15 significant digits.</summary>
    public static string Text(decimal value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
