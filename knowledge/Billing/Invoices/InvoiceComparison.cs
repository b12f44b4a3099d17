namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>What changed between two invoices. The contributions sum exactly to the difference of the totals.</summary>
public sealed record InvoiceComparison
{
    private InvoiceComparison(Money difference, IReadOnlyList<Contribution> contributions) =>
        (Difference, Contributions) = (difference, contributions);

    /// <summary>How much more, or with a minus less, the later invoice is, tax included, before credit notes.</summary>
    public Money Difference { get; }

    /// <summary>Biggest first; none is zero.</summary>
    public IReadOnlyList<Contribution> Contributions { get; }

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static InvoiceComparison Of(InvoiceAccount later, InvoiceAccount earlier)
    {
        var (after, before) = (later.Invoice.Lines.ToLookup(Subject), earlier.Invoice.Lines.ToLookup(Subject));
        var contributions = after.Select(lines => lines.Key).Union(before.Select(lines => lines.Key))
            .SelectMany(subject => SubjectChange.Of([.. after[subject]], [.. before[subject]], later.Invoice.Currency))
            .Append(new Contribution(ContributionKind.Tax, null, later.Tax - earlier.Tax))
            .Where(contribution => contribution.Amount.Minor != 0)
            .OrderByDescending(contribution => Math.Abs(contribution.Amount.Minor))
            .ThenBy(contribution => contribution.ProductName, StringComparer.Ordinal);
        return new InvoiceComparison(later.Total - earlier.Total, [.. contributions]);
    }

    /// <summary>Lines of one subscription belong together; metered use and one-offs are told apart by what they are for.</summary>
    internal static (string Sort, string Name) Subject(InvoiceLine line) => line.ChargeType switch
    {
        ChargeType.Usage => ("usage", $"{line.SubscriptionId}\n{line.ProductName}"),
        ChargeType.Adjustment or ChargeType.Service => ("once", $"{line.ProductName}\n{line.Description}"),
        _ => ("subscription", line.SubscriptionId ?? line.ProductName),
    };
}
