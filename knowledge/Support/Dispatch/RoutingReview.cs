using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Staff answer the diagnosis of a case, correct what it is about, or ask to escalate it: it is decided again, and its history says so.</summary>
public sealed class RoutingReview(DbWriter writer, CaseRouter router, CaseRouting routing, IClock clock)
{
    /// <summary>For the owner of the case, or a lead.</summary>
    /// <param name="change">From what was known to what is known now; customer, plan and time are not theirs to change.</param>
    public Task<ReviewOutcome> DecideAgainAsync(
        StaffUser by, long caseId, Func<RoutingInput, RoutingInput> change, CancellationToken cancellationToken) => writer.CommitAsync<ReviewOutcome>(
        async (db, token) =>
        {
            await CaseLock.TakeAsync(db, caseId, token);
            var (known, refusal) = await CaseMoves.OwnedAsync(db, caseId, by, leads: true, token);
            if (known is null)
                return new ReviewOutcome.Refused(refusal!);

            var now = clock.GetCurrentInstant();
            var before = RoutingRecord.FromJson(known.Routing)?.Input ?? await router.InputAsync(db, known, now, token);
            var input = change(before) with
            {
                CustomerId = before.CustomerId,
                CustomerGroup = before.CustomerGroup,
                Plan = before.Plan,
                Language = before.Language,
                IsOpen = router.IsOpen(before.Plan, now),
                Now = now,
            };
            var record = await CaseRouter.RecordAsync(db, input, token);
            await routing.ApplyAsync(db, known, record, now, token);
            known.Version++;
            db.Add(new CaseEvent { CaseId = known.Id, Kind = CaseEventKind.Routed, At = now, By = by.Name, Text = record.Decision.Destination.ToString() });
            db.Add(new AuditEntry
            {
                At = now,
                Actor = by.Actor,
                Action = "case.routed",
                Subject = string.Create(CultureInfo.InvariantCulture, $"case:{known.Id}"),
                CustomerId = known.CustomerId,
                Detail = $"{record.Decision.Destination}: {string.Join(", ", record.Decision.Reasons.Select(reason => reason.Code))}",
            });
            await db.SaveChangesAsync(token);
            return new ReviewOutcome.Decided(record);
        },
        cancellationToken);
}
