using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Keys of the tasks that disputes and promises are for staff. They name what a task is about, whatever its stored words say.</summary>
internal static class CollectionsTaskKeys
{
    private const char Colon = ':';

    /// <param name="invoice">The invoice's number.</param>
    /// <param name="place">Of the dispute among those of the invoice, from 1.</param>
    public static string OfDispute(string invoice, int place) => string.Create(CultureInfo.InvariantCulture, $"{invoice}:{place}");

    /// <param name="invoice">The invoice's number.</param>
    /// <param name="day">The promised day.</param>
    /// <param name="earlier">Promises for the invoice before it.</param>
    public static string OfPromise(string invoice, LocalDate day, int earlier) =>
        string.Create(CultureInfo.InvariantCulture, $"{invoice}:{LocalDatePattern.Iso.Format(day)}:{earlier}");

    /// <summary>With which those of all promises, or all disputes, of the invoice begin.</summary>
    public static string Of(string invoice) => invoice + Colon;

    /// <returns>Null when it is no key of a dispute.</returns>
    public static (string Invoice, int Place)? ReadDispute(string? key) =>
        key?.LastIndexOf(Colon) is > 0 and var end && Number(key[(end + 1)..]) is { } place ? (key[..end], place) : null;

    /// <returns>Null when it is no key of a promise.</returns>
    public static (string Invoice, LocalDate Day, int Earlier)? ReadPromise(string? key) =>
        ReadDispute(key) is ({ } rest, var earlier) && rest.LastIndexOf(Colon) is > 0 and var end
        && LocalDatePattern.Iso.Parse(rest[(end + 1)..]) is { Success: true, Value: var day }
            ? (rest[..end], day, earlier)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
