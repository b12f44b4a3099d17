using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>The customer no longer disputes an invoice.</summary>
/// <param name="InvoiceId">An invoice of the person's own customer.</param>
/// <param name="PersonId">Who says so.</param>
public sealed record DisputeWithdrawnEffect(long InvoiceId, string PersonId) : IEffect
{
    private const string Resolution = "Withdrawn by the customer";

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var invoice = await db.Invoices.AsTracking().Include(known => known.Disputes).SingleAsync(known => known.Id == InvoiceId, cancellationToken);
        await DisputeEnd.ApplyAsync(db, invoice, "dispute.withdrawn", Resolution, $"person:{PersonId}", now, cancellationToken);
    }
}
