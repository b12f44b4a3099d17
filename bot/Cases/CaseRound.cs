using BillingBot.Cases.Duties;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Does what time has made due on the open cases, each in a transaction of its own that looks again.</summary>
internal sealed partial class CaseRound(
    IDbContextFactory<BillingDb> factory, CaseTransaction transaction, IEnumerable<ICaseDuty> duties, MailSignal mail, IClock clock, ILogger<CaseRound> logger)
{
    private readonly ICaseDuty[] _duties = [.. duties];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (known, plan) in await OpenAsync(cancellationToken))
        {
            foreach (var duty in _duties)
            {
                await DoAsync(duty, known, plan, cancellationToken);
            }
        }
    }

    private async Task DoAsync(ICaseDuty duty, Case seen, string? plan, CancellationToken cancellationToken)
    {
        var id = seen.Id;
        try
        {
            if (!duty.IsDue(seen, plan, clock.GetCurrentInstant()))
            {
                return;
            }

            var outcome = await transaction.RunAsync(
                id,
                async (db, now, token) =>
                {
                    var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == id, token);
                    if (!known.IsOpen || !duty.IsDue(known, plan, now))
                    {
                        return new CaseOutcome.NotNow(known.Status);
                    }

                    known.Version++;
                    await duty.DoAsync(db, known, plan, now, token);
                    await db.SaveChangesAsync(token);
                    return new CaseOutcome.Done(known);
                },
                cancellationToken);
            if (outcome is CaseOutcome.Done(var done))
            {
                duty.Committed(done);
            }

            mail.Raise();
        }
#pragma warning disable CA1031 // One case's bad data must not keep the others waiting.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, duty.GetType().Name, id);
        }
    }

    private async Task<List<(Case Case, string? Plan)>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = await db.Cases.Where(known => known.Status != CaseStatus.Resolved)
            .Select(known => new { known, plan = db.Customers.Where(customer => customer.Id == known.CustomerId).Select(customer => customer.SupportPlan).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return open.ConvertAll(row => (row.known, row.plan));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Duty} of case {Case} failed; the next round tries again")]
    private partial void LogFailure(Exception failure, string duty, long @case);
}
