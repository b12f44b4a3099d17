using System.Globalization;
using BillingBot.Knowledge.Billing;

namespace BillingBot.Knowledge.Support;

/// <summary>Reads the <c>price</c> of a plan.</summary>
internal static class PriceReader
{
    /// <exception cref="OfferFileException">It is neither included nor a whole charge.</exception>
    public static SupportPrice Read(YamlSection price)
    {
        price.Only("included", "amountMinor", "currency", "per", "note");
        var note = price.Optional("note") is { } text ? OfferReader.Localized(text) : null;
        var included = price.Optional("included")?.IsTrue() ?? false;
        if (included != (price.Optional("amountMinor") is null))
            throw price.Problem("either 'included: true' or an amount is needed, and not both.", "Write 'included: true', or amountMinor, currency and per.");
        return new(included ? null : Charge(price), note);
    }

    private static SupportCharge Charge(YamlSection price)
    {
        var amount = price.Required("amountMinor", "");
        if (!long.TryParse(amount.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minorUnits) || minorUnits == 0)
            throw amount.Problem($"'{amount.Text()}' is no amount.", "Write a whole number of the currency's smallest unit: 50000 for JPY 50,000, 4950 for USD 49.50.");

        var currency = price.Required("currency", "Write an ISO 4217 code such as JPY.");
        if (Iso4217.Decimals(currency.Text()) is null)
            throw currency.Problem($"'{currency.Text()}' is no ISO 4217 currency code.", "Write one such as JPY, USD or EUR.");

        var per = price.Required("per", "Write month or incident.");
        return new(minorUnits, currency.Text(), per.Text() switch
        {
            "month" => PricePeriod.Month,
            "incident" => PricePeriod.Incident,
            var other => throw per.Problem($"'{other}' is not something a price is for.", "Write month or incident."),
        });
    }
}
