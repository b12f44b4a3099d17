using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>A case of which no console and no e-mail told anybody: a critical log, a task for staff, an e-mail, until somebody has seen it.</summary>
internal sealed partial class AlarmDuty(PlanHours hours, StaffMail mail, IOptions<CasesOptions> options, ILogger<AlarmDuty> logger) : ICaseDuty
{
    public bool IsDue(Case known, string? plan, Instant now) => known.AlarmedAt is null
        ? known is { Status: CaseStatus.Waiting, ToldAt: null }
            && hours.HavePassed(plan, known.HeldSince ?? known.CreatedAt, options.Value.AlarmMinutes, now)
        : known.ToldAt is not null;

    public async Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken)
    {
        if (known.AlarmedAt is not null)
        {
            await CaseAlarm.EndAsync(db, known, "bot", now, cancellationToken);
            return;
        }

        CaseAlarm.Raise(db, known, now);
        CaseAlerts.Add(db, known, CaseAlert.NobodyTold, now);
        mail.Add(db, mail.Fallback, "NobodyTold", now, known.Id, known.Queue);
    }

    public void Committed(Case known)
    {
        if (known.AlarmedAt is not null)
        {
            LogAlarm(known.Id, known.Queue, options.Value.AlarmMinutes);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "Case {Case} has waited in queue {Queue} for {Minutes} support minutes and nobody was told: no open console shows it and no notice went out. Set Staff:Mail or Cases:QueueMail, and open the console")]
    private partial void LogAlarm(long @case, string queue, int minutes);
}
