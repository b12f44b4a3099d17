using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>Finds what stands beside the invoice or the list on screen: the one before, the others. Only the customer's own are looked among.</summary>
internal static class ShownInvoices
{
    /// <summary>The invoice on screen; of a list, which is newest first, the last.</summary>
    public static string? Oldest(ConversationState state) => state.LastInvoice ?? (state.ListedInvoices is [.., var last] ? last : null);

    /// <param name="state">What is on screen.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="all">All issued invoices of the customer, newest first.</param>
    /// <returns>Null where the words point to nothing of that kind.</returns>
    public static IReadOnlyList<InvoiceAccount>? Beside(ConversationState state, InvoiceQuestion question, IReadOnlyList<InvoiceAccount> all) => question switch
    {
        { Selects: true } or { Aspect: InvoiceAspect.Dispute or InvoiceAspect.Promise or InvoiceAspect.Why } => null,
        { MeansMonthBefore: true } when MonthBefore(Oldest(state), all) is { Count: > 0 } billed => billed,
        { MeansOneBefore: true } => [.. all.SkipWhile(account => account.Invoice.Number != Oldest(state)).Skip(1).Take(1)],
        { MeansOther: true } when state.LastInvoice is { } last => Others(state.ListedInvoices, last, all),
        { MeansOther: true } when state.ListedInvoices is { Count: > 0 } listed => [.. all.Where(account => !listed.Contains(account.Invoice.Number, StringComparer.Ordinal))],
        _ => null,
    };

    /// <summary>What bills that month and no other, so that what was bought once between two months is passed over.</summary>
    private static IReadOnlyList<InvoiceAccount> MonthBefore(string? last, IReadOnlyList<InvoiceAccount> all) =>
        all.FirstOrDefault(account => account.Invoice.Number == last) is { Invoice.PeriodStart: { } start }
            ? [.. all.Where(account => IsOf(account, start.ToYearMonth().PlusMonths(-1)))]
            : [];

    private static bool IsOf(InvoiceAccount account, YearMonth month) => account.Invoice is { PeriodStart: { } start, PeriodEnd: { } end }
        && start.ToYearMonth() == month && end.ToYearMonth() == month;

    /// <summary>The rest of the list that it was taken from, and of all invoices where it was of none.</summary>
    private static IReadOnlyList<InvoiceAccount> Others(IReadOnlyList<string> listed, string last, IReadOnlyList<InvoiceAccount> all) =>
        [.. all.Where(account => account.Invoice.Number != last && (!listed.Contains(last, StringComparer.Ordinal) || listed.Contains(account.Invoice.Number, StringComparer.Ordinal)))];
}
