using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>One reason why an invoice differs from another.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="ProductName">To what; null for tax.</param>
/// <param name="Amount">How much more, or with a minus less, the later invoice is for it.</param>
public sealed record Contribution(ContributionKind Kind, string? ProductName, Money Amount)
{
    /// <summary>Seats added, or with a minus removed.</summary>
    public decimal Seats { get; init; }

    /// <summary>Price of one, or quantity used; null where it is about neither.</summary>
    public decimal? Before { get; init; }
    public decimal? After { get; init; }

    /// <summary>When it happened, where the lines say so.</summary>
    public LocalDate? On { get; init; }
}
