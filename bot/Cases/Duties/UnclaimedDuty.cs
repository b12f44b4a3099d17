using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>Nobody has claimed it: the customer is told once, honestly, and what they can do meanwhile.</summary>
internal sealed class UnclaimedDuty(PlanHours hours, CaseSpeech speech, CaseAddresses addresses, IOptions<CasesOptions> options) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) => known is { Status: CaseStatus.Waiting, CustomerRemindedAt: null }
        && hours.HavePassed(plan, known.HeldSince ?? known.CreatedAt, options.Value.UnclaimedMinutes, now);

    public async Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        known.CustomerRemindedAt = now;
        CaseAlerts.Add(db, known, CaseAlert.StillWaiting, now);
        var key = await addresses.OfAsync(db, known, cancellationToken) is null ? "StillWaiting" : "StillWaitingMail";
        await speech.NoticeAsync(db, known, key, now, cancellationToken, known.Id);
    }
}
