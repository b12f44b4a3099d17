using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Whether a suspension or reactivation is in order now. The sentences are for staff.</summary>
public abstract record SuspensionCheck
{
    private SuspensionCheck()
    {
    }

    /// <param name="Invoices">What it is about.</param>
    public sealed record InOrder(IReadOnlyList<InvoiceAccount> Invoices) : SuspensionCheck;

    /// <summary>Nothing of what it is about is unpaid any more.</summary>
    public sealed record Settled(string Reason) : SuspensionCheck;

    public sealed record NotInOrder(string Reason) : SuspensionCheck;
}
