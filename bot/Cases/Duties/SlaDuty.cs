using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>Notes what the plan promises, and tells staff before a promise is broken and when it is.</summary>
internal sealed class SlaDuty(SlaClock sla) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) => !sla.IsPromised(known, plan) || Alert(known, sla.Position(known, plan, now)) is not null;

    public Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        sla.Promise(known, plan);
        if (Alert(known, sla.Position(known, plan, now)) is { } alert)
        {
            CaseAlerts.Add(db, known, alert, now);
            known.SlaWarnedAt ??= now;
            known.SlaBreachedAt = alert is CaseAlert.FirstReplyBreached or CaseAlert.SolutionBreached ? now : known.SlaBreachedAt;
        }

        return Task.CompletedTask;
    }

    private static CaseAlert? Alert(Case known, SlaPosition position) => position switch
    {
        { IsPaused: true } => null,
        { State: SlaState.Breached, IsFirstReply: var first } when known.SlaBreachedAt is null => first ? CaseAlert.FirstReplyBreached : CaseAlert.SolutionBreached,
        { State: SlaState.Soon, IsFirstReply: var first } when known.SlaWarnedAt is null => first ? CaseAlert.FirstReplySoon : CaseAlert.SolutionSoon,
        _ => null,
    };
}
