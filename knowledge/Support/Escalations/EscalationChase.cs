using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>
/// Tells staff, once each, that a credit must be claimed soon, that Microsoft waits for us, or that nobody has looked at a request
/// for long. A later alert takes the place of an earlier one.
/// </summary>
public sealed class EscalationChase(DbWriter writer, IOptions<EscalationOptions> options, IClock clock)
{
    private const string Bot = "bot";
    private static readonly int[] DaysBefore = [14, 7, 3, 1, 0];

    public Task<int> RaiseAsync(CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            foreach (var packet in await db.Escalations.Where(known => known.State != RequestState.Closed).ToListAsync(token))
            {
                if (Reached(packet, now, options.Value.CheckEveryHours) is { } alert)
                {
                    await RaiseAsync(db, packet, alert, now, token);
                }
            }

            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    /// <returns>What staff must know now; null for nothing.</returns>
    internal static (string Key, string Subject)? Reached(Escalation packet, Instant now, int checkEveryHours)
    {
        if (packet.FiledAt is null)
        {
            return packet.CreditDeadline is { } deadline ? Deadline(packet, deadline, now) : null;
        }

        var round = (int)((now - packet.CheckedAt!.Value).TotalHours / checkEveryHours);
        return (packet.State, round) switch
        {
            (RequestState.AttentionNeeded, _) => (Key($"attention-{packet.Version}-{round}"), Invariant($"Microsoft waits for us: request {packet.RequestNumber} of case {packet.CaseId}")),
            (_, 0) => null,
            _ => (Key($"check-{packet.Version}-{round}"), Invariant($"Look at Microsoft's request {packet.RequestNumber} of case {packet.CaseId}: nobody has for {round * checkEveryHours} hours")),
        };

        string Key(string what) => EscalationTasks.Key(packet.Id, what);
    }

    private static (string Key, string Subject)? Deadline(Escalation packet, LocalDate deadline, Instant now)
    {
        var left = Period.DaysBetween(now.InUtc().Date, deadline);
        if (left < 0)
        {
            return (EscalationTasks.Key(packet.Id, "late"), Invariant($"Too late: the credit of case {packet.CaseId} could be claimed until {LocalDatePattern.Iso.Format(deadline)} (UTC)"));
        }

        var reached = DaysBefore.Where(days => left <= days).DefaultIfEmpty(-1).Min();
        return reached < 0
            ? null
            : (EscalationTasks.Key(packet.Id, Invariant($"deadline-{reached}")),
                Invariant($"Claim the credit of case {packet.CaseId} until {LocalDatePattern.Iso.Format(deadline)} (UTC): {left} days left"));
    }

    private static async Task RaiseAsync(BillingDb db, Escalation packet, (string Key, string Subject) alert, Instant now, CancellationToken cancellationToken)
    {
        if (await db.StaffTasks.AnyAsync(task => task.Kind == StaffTaskKind.Escalation && task.DedupeKey == alert.Key, cancellationToken))
        {
            return;
        }

        await EscalationTasks.CloseAsync(db, packet.Id, Bot, now, cancellationToken);
        db.Add(new StaffTask
        {
            Kind = StaffTaskKind.Escalation,
            CustomerId = packet.CustomerId,
            CaseId = packet.CaseId,
            Subject = alert.Subject,
            DedupeKey = alert.Key,
            CreatedAt = now,
        });
        db.Add(new CaseEvent { CaseId = packet.CaseId, Kind = CaseEventKind.Alert, At = now, By = Bot, Text = alert.Subject });
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
