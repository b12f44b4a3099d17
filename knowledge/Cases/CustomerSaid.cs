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
        var open = db.Cases.Where(known => known.Id == CaseId && known.Status != CaseStatus.Resolved);
        await open.ExecuteUpdateAsync(
            row => row
                .SetProperty(known => known.LastCustomerAt, (Instant?)now)
                .SetProperty(known => known.CustomerRemindedAt, (Instant?)null)
                .SetProperty(known => known.Version, known => known.Version + 1),
            cancellationToken);
        await open.Where(known => known.Status == CaseStatus.AwaitingCustomer).ExecuteUpdateAsync(
            row => row
                .SetProperty(known => known.Status, CaseStatus.Active)
                .SetProperty(known => known.SlaRunningSince, known => known.SlaRunningSince ?? now),
            cancellationToken);
    }
}
