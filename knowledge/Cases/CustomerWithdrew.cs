using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The customer no longer needs a case that nobody has taken yet.</summary>
/// <param name="CaseId">Of the case.</param>
/// <param name="By">Name of who withdraws it.</param>
/// <param name="Actor">As the audit names them.</param>
public sealed record CustomerWithdrew(long CaseId, string By, string Actor) : ICaseChange
{
    /// <exception cref="InvalidOperationException">Staff took it, or closed it, meanwhile.</exception>
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        if (known.Status != CaseStatus.Waiting)
        {
            throw new InvalidOperationException("Only a case that waits can be withdrawn.");
        }

        (known.Status, known.Resolution, known.ResolvedAt) = (CaseStatus.Resolved, Resolution.Withdrawn, now);
        (known.LastCustomerAt, known.CustomerRemindedAt) = (now, null);
        known.Version++;
        await CaseAlarm.EndAsync(db, known, Actor, now, cancellationToken);
        await CaseBinding.BindAsync(db, known, caseId: null, cancellationToken);
        CaseJournal.Record(db, known, CaseEventKind.Resolved, By, Actor, nameof(Resolution.Withdrawn), now);
    }
}
