namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Which invoices it makes sense to compare: of one currency, for the same things, and not cancelled.</summary>
public static class ComparableInvoices
{
    /// <summary>The one before it, for the same things; null when there is none.</summary>
    /// <param name="account">The invoice to compare.</param>
    /// <param name="all">All of the customer.</param>
    public static InvoiceAccount? Before(InvoiceAccount account, IEnumerable<InvoiceAccount> all) => all
        .Where(other => Day(other) < Day(account) && Shared(account, other) > 0)
        .OrderByDescending(Day).ThenByDescending(other => Shared(account, other))
        .FirstOrDefault();

    /// <summary>Of two groups the two invoices that have most in common; null when none have anything.</summary>
    public static (InvoiceAccount Later, InvoiceAccount Earlier)? Pair(IEnumerable<InvoiceAccount> later, IReadOnlyList<InvoiceAccount> earlier)
    {
        var pairs = later.SelectMany(_ => earlier, (after, before) => (Later: after, Earlier: before, Shared: Shared(after, before)))
            .Where(pair => pair.Shared > 0);
        return pairs.OrderByDescending(pair => pair.Shared).FirstOrDefault() is { Shared: > 0 } best ? (best.Later, best.Earlier) : null;
    }

    private static int Shared(InvoiceAccount one, InvoiceAccount other) =>
        one.Invoice.Currency != other.Invoice.Currency || one.Status == InvoiceStatus.Credited || other.Status == InvoiceStatus.Credited
            ? 0
            : one.Invoice.Lines.Select(InvoiceComparison.Subject).Intersect(other.Invoice.Lines.Select(InvoiceComparison.Subject)).Count();

    private static NodaTime.LocalDate? Day(InvoiceAccount account) => account.Invoice.PeriodStart ?? account.Invoice.IssuedOn;
}
