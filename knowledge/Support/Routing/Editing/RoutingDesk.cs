using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>
/// The partner's routing rules, for leads and administrators: read, try, add, edit, put in order, delete. A thing that is edited is
/// handed in whole, with the version that was read. Queues, providers, plans and boundaries: <see cref="RoutingSettingsDesk"/>.
/// </summary>
public sealed class RoutingDesk(RoutingEditor editor, IDbContextFactory<BillingDb> factory, PublishedOffer offer)
{
    private const int Step = 10;

    /// <summary>Everything that is set; providers without their secrets.</summary>
    /// <returns>Null when <paramref name="by"/> may not see it.</returns>
    public async Task<RoutingTable?> ReadAsync(StaffUser by, CancellationToken cancellationToken)
    {
        if (RoutingEditor.Refusal(by) is not null)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RoutingTables.LoadWithoutSecretsAsync(db, cancellationToken);
    }

    /// <summary>Where a case like that would go, and what became of each rule; nothing is stored.</summary>
    /// <returns>Null when <paramref name="by"/> may not ask.</returns>
    public async Task<RoutingTrial?> TryItAsync(StaffUser by, RoutingInput input, CancellationToken cancellationToken) =>
        await ReadAsync(by, cancellationToken) is { } table ? RoutingEngine.Try(input, table) : null;

    /// <summary>Adds a rule at the end, whatever its order says.</summary>
    public Task<RoutingOutcome> AddRuleAsync(StaffUser by, RoutingRule draft, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, null,
        async (db, token) =>
        {
            draft.Order = (await db.RoutingRules.MaxAsync(rule => (int?)rule.Order, token) ?? 0) + Step;
            return await RuleChecks.CheckAsync(db, draft, offer, token);
        },
        null, cancellationToken);

    /// <summary>The order stays; see <see cref="ReorderAsync"/>.</summary>
    public Task<RoutingOutcome> ChangeRuleAsync(StaffUser by, RoutingRule draft, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, draft.Id, (db, token) => RuleChecks.CheckAsync(db, draft, offer, token), known => draft.Order = known!.Order, cancellationToken);

    public Task<RoutingOutcome> DeleteRuleAsync(StaffUser by, long id, int version, CancellationToken cancellationToken) =>
        editor.DeleteAsync<RoutingRule>(by, id, version, null, cancellationToken);

    /// <param name="ids">All rules, the first first.</param>
    /// <param name="seen">The order that was read; when it is another one now, nothing is done.</param>
    public Task<RoutingOutcome> ReorderAsync(
        StaffUser by, IReadOnlyList<long> ids, IReadOnlyList<long> seen, CancellationToken cancellationToken) => editor.CommitAsync(
        by,
        async (db, token) =>
        {
            var rules = await db.RoutingRules.AsTracking().OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToListAsync(token);
            if (!rules.Select(rule => rule.Id).SequenceEqual(seen))
                return new RoutingOutcome.Changed();
            if (!ids.Order().SequenceEqual(seen.Order()))
                return new RoutingOutcome.Invalid([new(nameof(RoutingRule.Order), RoutingProblemCode.NotAllRules)]);

            var byId = rules.ToDictionary(rule => rule.Id);
            for (var place = 0; place < ids.Count; place++)
            {
                var (rule, order) = (byId[ids[place]], (place + 1) * Step);
                rule.Version += rule.Order == order ? 0 : 1;
                rule.Order = order;
            }

            editor.Audit(db, by, nameof(RoutingRule), "reordered", string.Join(" < ", ids.Select(id => byId[id].Name)));
            await db.SaveChangesAsync(token);
            return new RoutingOutcome.Saved("");
        },
        cancellationToken);
}
