using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>
/// Staff prepare a request to Microsoft, and note its number and state once it is filed in Partner Center. Needs an agent. Saving keeps
/// what is there however much is missing; what is wrong is refused with the field that is.
/// </summary>
public sealed class EscalationDesk(RoutingEditor editor, IDbContextFactory<BillingDb> factory, IClock clock)
{
    private const string Area = "escalation";

    /// <summary>The requests of a case, with what each still needs.</summary>
    /// <returns>Null when <paramref name="by"/> may not see them.</returns>
    public async Task<IReadOnlyList<EscalationView>?> OfCaseAsync(StaffUser by, long caseId, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var record = RoutingRecord.FromJson(await db.Cases.Where(known => known.Id == caseId).Select(known => known.Routing).SingleOrDefaultAsync(cancellationToken));
        var model = await db.PartnerProfiles.Select(profile => profile.Model).SingleOrDefaultAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var contract = await ContractAsync(db, record?.Decision.Destination.Tier, now, cancellationToken);
        return (await db.Escalations.Where(known => known.CaseId == caseId).OrderBy(known => known.Id).ToListAsync(cancellationToken))
            .ConvertAll(packet => new EscalationView(packet, PacketCheck.Missing(packet, record?.Input, model, now)) { Contract = contract });
    }

    /// <summary>A form to begin with: what the bot knows of the case is not typed again. Nothing is stored.</summary>
    /// <returns>Null when there is no such case, or <paramref name="by"/> may not see it.</returns>
    public async Task<Escalation?> BeginAsync(StaffUser by, long caseId, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Cases.SingleOrDefaultAsync(known => known.Id == caseId, cancellationToken) is { } known
            ? await EscalationDrafts.MakeAsync(db, known, by, clock.GetCurrentInstant(), cancellationToken)
            : null;
    }

    /// <param name="draft">From <see cref="BeginAsync"/>, or as it was read, with the changes. Customer, number, state and who made it are not taken from it.</param>
    public Task<RoutingOutcome> SaveAsync(StaffUser by, Escalation draft, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, draft.Id == 0 ? null : draft.Id,
        (db, token) => EscalationChecks.CheckAsync(db, draft, token),
        known =>
        {
            (draft.RequestNumber, draft.State, draft.FiledAt, draft.CheckedAt) = known is null
                ? (null, RequestState.None, null, null)
                : (known.RequestNumber, known.State, known.FiledAt, known.CheckedAt);
            (draft.CreatedAt, draft.CreatedBy) = known is null ? (clock.GetCurrentInstant(), by.Name) : (known.CreatedAt, known.CreatedBy);
        },
        cancellationToken, StaffRole.Agent, Area);

    /// <summary>Notes Microsoft's number and state; a look that found nothing new is noted as well, and ends the reminder.</summary>
    /// <param name="version">Of the request as it was read.</param>
    public Task<RoutingOutcome> NoteStateAsync(
        StaffUser by, long id, int version, string requestNumber, RequestState state, CancellationToken cancellationToken) => editor.CommitAsync(
        by,
        async (db, token) =>
        {
            if (await db.Escalations.AsTracking().SingleOrDefaultAsync(known => known.Id == id, token) is not { } known)
                return new RoutingOutcome.NotFound();
            if (known.Version != version)
                return new RoutingOutcome.Changed();
            if (EscalationChecks.Number(requestNumber, state).Problems is { Count: > 0 } problems)
                return new RoutingOutcome.Invalid(problems);

            var now = clock.GetCurrentInstant();
            (known.RequestNumber, known.State, known.CheckedAt) = (requestNumber.Trim(), state, now);
            known.FiledAt ??= now;
            known.Version++;
            await EscalationTasks.CloseAsync(db, id, by.Actor, now, token);
            db.Add(new CaseEvent { CaseId = known.CaseId, Kind = CaseEventKind.Provider, At = now, By = by.Name, Text = $"Microsoft {known.RequestNumber}: {state}" });
            editor.Audit(db, by, string.Create(CultureInfo.InvariantCulture, $"Escalation:{id}"), "request-noted", $"{known.RequestNumber}: {state}", Area);
            await db.SaveChangesAsync(token);
            return new RoutingOutcome.Saved(id.ToString(CultureInfo.InvariantCulture));
        },
        cancellationToken, StaffRole.Agent);

    private static async Task<string?> ContractAsync(BillingDb db, MicrosoftTier? tier, Instant now, CancellationToken cancellationToken)
    {
        var held = await db.HeldPlans.Where(plan => plan.Tier == tier && plan.Reference != null).OrderBy(plan => plan.Id).ToListAsync(cancellationToken);
        return held.Find(plan => plan.IsInForce(now.InUtc().Date))?.Reference;
    }
}
