using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The customer wrote in the conversation of an open case: it is the owner's move, and the clock runs.</summary>
/// <param name="CaseId">Of the case.</param>
public sealed record CustomerSaid(long CaseId) : ICaseChange
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        (known.LastCustomerAt, known.CustomerRemindedAt) = (now, null);
        known.Version++;
        if (known.Status == CaseStatus.AwaitingCustomer)
        {
            known.Status = CaseStatus.Active;
            known.SlaRunningSince ??= now;
        }
    }
}
