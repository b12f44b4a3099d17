using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>The owner was told and still leaves the customer waiting: it goes back to its queue, and the customer hears so.</summary>
internal sealed class OwnerAwayDuty(PlanHours hours, CaseSpeech speech, IOptions<CasesOptions> options) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) => known is { Status: CaseStatus.Active, OwnerRemindedAt: not null }
        && hours.HavePassed(plan, OwnerSilentDuty.OwnersMoveSince(known), options.Value.OwnerAwayMinutes, now);

    public async Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        CaseAlerts.Add(db, known, CaseAlert.OwnerAway, now);
        await CaseMoves.ReleaseAsync(db, known, "bot", known.Queue, now, cancellationToken);
        await speech.NoticeAsync(db, known, "OwnerAway", now, cancellationToken, known.Id);
    }
}
