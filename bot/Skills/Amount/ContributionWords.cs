using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Amount;

/// <summary>Says in a few words what made an invoice dearer or cheaper.</summary>
internal sealed class ContributionWords(BillingWords words, Phrases<ContributionWords> phrases)
{
    private const string AnyDecimals = "#,##0.######";

    public string Say(Contribution change, Turn turn, InvoiceAccount account, bool withAmounts)
    {
        var (language, product) = (turn.Language, change.ProductName ?? "");
        var seats = Number(Math.Abs(change.Seats), language);
        var on = change.On is { } day ? words.Date(day, account.Today, language) : null;
        return change switch
        {
            { Kind: ContributionKind.SeatsAdded or ContributionKind.SeatsRemoved } =>
                phrases.Format(language, $"{change.Kind}{(on is null ? "" : "On")}{One(change.Seats)}", seats, product, on ?? ""),
            { Kind: ContributionKind.SeatsForWholePeriod, Seats: 0 } => phrases.Format(language, "PartPeriodOver", product),
            { Kind: ContributionKind.SeatsForWholePeriod } => phrases.Format(
                language, change.Seats > 0 ? $"AddedForWholePeriod{One(change.Seats)}" : $"RemovedForWholePeriod{One(change.Seats)}", seats, product, on ?? ""),
            { Kind: ContributionKind.Price, Before: { } before, After: { } after } when withAmounts => phrases.Format(
                language, "PriceFromTo", product, words.Price(before, account.Invoice.Currency, language), words.Price(after, account.Invoice.Currency, language)),
            { Kind: ContributionKind.Usage } => Usage(change, product, language),
            _ => phrases.Format(language, change.Kind.ToString(), product),
        };
    }

    public static string Number(decimal number, Language language) => number.ToString(AnyDecimals, language.Culture);

    private string Usage(Contribution change, string product, Language language) => change is { Before: { } before, After: { } after }
        ? phrases.Format(language, after > before ? "UsageUp" : "UsageDown", product, Number(before, language), Number(after, language))
        : phrases.Format(language, change.Amount.Minor > 0 ? "UsageMore" : "UsageLess", product);

    private static string One(decimal seats) => Math.Abs(seats) == 1 ? "One" : "";
}
