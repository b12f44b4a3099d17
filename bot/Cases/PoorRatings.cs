using BillingBot.Cases.Duties;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Tells the leads that a customer found a case badly handled, once for each time it was closed, within the transaction that notes it.</summary>
internal sealed class PoorRatings(StaffMail mail)
{
    public async Task TellAsync(BillingDb db, Case known, Instant now, CancellationToken cancellationToken)
    {
        var (alert, closed) = (nameof(CaseAlert.RatedPoor), known.ResolvedAt ?? known.CreatedAt);
        if (await db.CaseEvents.AnyAsync(
            happened => happened.CaseId == known.Id && happened.Kind == CaseEventKind.Alert && happened.Text == alert && happened.At >= closed, cancellationToken))
        {
            return;
        }

        CaseAlerts.Add(db, known, CaseAlert.RatedPoor, now);
        var leads = await StaffMail.LeadsAsync(db, also: null, cancellationToken);
        mail.Add(db, leads.Count > 0 ? leads : mail.Fallback, "RatedPoor", now, known.Id, known.Rating ?? 0);
    }
}
