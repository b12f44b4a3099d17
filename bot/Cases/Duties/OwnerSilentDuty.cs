using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>The owner leaves the customer waiting: they and the leads are told.</summary>
internal sealed class OwnerSilentDuty(PlanHours hours, StaffMail mail, IOptions<CasesOptions> options) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) => known is { Status: CaseStatus.Active, OwnerRemindedAt: null }
        && hours.HavePassed(plan, OwnersMoveSince(known), options.Value.OwnerSilentMinutes, now);

    public async Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        known.OwnerRemindedAt = now;
        CaseAlerts.Add(db, known, CaseAlert.OwnerSilent, now);
        var told = await StaffMail.LeadsAsync(db, known.OwnerId, cancellationToken);
        mail.Add(db, told.Count > 0 ? told : mail.Fallback, "OwnerSilent", now, known.Id, known.OwnerName!);
    }

    /// <summary>The customer's first unanswered words, or when the owner got it if that was later.</summary>
    public static Instant OwnersMoveSince(Case known) =>
        Instant.Max(known.SlaRunningSince ?? known.CreatedAt, known.HeldSince ?? known.CreatedAt);
}
