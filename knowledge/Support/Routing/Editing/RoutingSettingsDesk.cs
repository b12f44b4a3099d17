using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>
/// What the rules rest on, for leads and administrators: queues, providers, plans held, boundaries and how the partner buys. A
/// thing that is edited is handed in whole, with the version that was read.
/// </summary>
public sealed class RoutingSettingsDesk(RoutingEditor editor, RoutingPolicy policy)
{
    private const int LongestName = 100;
    private const int LongestTopic = 200;

    /// <summary>A default for a classification is taken from the queue that had it.</summary>
    /// <param name="isNew">Its key is new, and must be free.</param>
    public Task<RoutingOutcome> SaveQueueAsync(StaffUser by, SupportQueue draft, bool isNew, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, isNew ? null : draft.Id,
        async (db, token) =>
        {
            draft.NotificationMail = Given(draft.NotificationMail);
            var checks = new Checks().Key(draft.Id)
                .Add(isNew && await db.SupportQueues.AnyAsync(known => known.Id == draft.Id, token), nameof(draft.Id), RoutingProblemCode.AlreadyTaken, draft.Id)
                .Line(draft.NameEn, nameof(draft.NameEn), LongestName)
                .Line(draft.NameJa, nameof(draft.NameJa), LongestName)
                .Email(draft.NotificationMail, nameof(draft.NotificationMail));
            if (checks.Problems.Count == 0 && draft.DefaultFor is { } classification)
            {
                await db.SupportQueues.Where(known => known.DefaultFor == classification && known.Id != draft.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(known => known.DefaultFor, (Classification?)null)
                        .SetProperty(known => known.Version, known => known.Version + 1), token);
            }

            return checks;
        },
        null, cancellationToken);

    public Task<RoutingOutcome> DeleteQueueAsync(StaffUser by, string id, int version, CancellationToken cancellationToken) => editor.DeleteAsync<SupportQueue>(
        by, id, version,
        async (db, queue, token) => new Checks()
            .Add(queue.DefaultFor is not null, nameof(queue.DefaultFor), RoutingProblemCode.IsTheDefault, $"{queue.DefaultFor}")
            .Add(await db.RoutingRules.AnyAsync(rule => rule.KeepIn == id || (rule.Target == id && rule.Destination == DestinationKind.Queue), token),
                nameof(queue.Id), RoutingProblemCode.StillUsed, id)
            .Add(await db.Cases.AnyAsync(known => known.Queue == id && known.Status != CaseStatus.Resolved, token),
                nameof(queue.Id), RoutingProblemCode.StillUsed, id),
        cancellationToken);

    /// <param name="secret">A new secret; null to keep the one it has.</param>
    public Task<RoutingOutcome> SaveProviderAsync(
        StaffUser by, SupportProvider draft, bool isNew, string? secret, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, isNew ? null : draft.Id,
        async (db, token) =>
        {
            var known = await db.SupportProviders.SingleOrDefaultAsync(provider => provider.Id == draft.Id, token);
            (draft.WebhookUrl, draft.Email) = (Given(draft.WebhookUrl), Given(draft.Email));
            draft.Secret = secret ?? (isNew ? null : known?.Secret);
            return draft.Languages.Aggregate(
                new Checks().Key(draft.Id)
                    .Add(isNew && known is not null, nameof(draft.Id), RoutingProblemCode.AlreadyTaken, draft.Id)
                    .Line(draft.Name, nameof(draft.Name), LongestName)
                    .Add(draft.WebhookUrl is not null && !policy.Allows(draft.WebhookUrl), nameof(draft.WebhookUrl), RoutingProblemCode.NoWebhookUrl, draft.WebhookUrl ?? "")
                    .Add((draft.WebhookUrl is not null || draft.Secret is not null) && WebhookSecret.Read(draft.Secret) is null, nameof(draft.Secret), RoutingProblemCode.NoSecret)
                    .Email(draft.Email, nameof(draft.Email))
                    .Add(draft.WebhookUrl is null && draft.Email is null, nameof(draft.Email), RoutingProblemCode.NoAddress),
                (checks, language) => checks.Language(language, nameof(draft.Languages)));
        },
        null, cancellationToken);

    public Task<RoutingOutcome> DeleteProviderAsync(StaffUser by, string id, int version, CancellationToken cancellationToken) => editor.DeleteAsync<SupportProvider>(
        by, id, version,
        async (db, provider, token) => new Checks().Add(
            await db.RoutingRules.AnyAsync(rule => rule.Target == id && rule.Destination == DestinationKind.Provider, token),
            nameof(provider.Id), RoutingProblemCode.StillUsed, id),
        cancellationToken);

    /// <param name="draft">Without an id: added.</param>
    public Task<RoutingOutcome> SavePlanAsync(StaffUser by, HeldPlan draft, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, draft.Id == 0 ? null : draft.Id,
        (_, _) => Task.FromResult(new Checks()
            .Add(draft.Tier is MicrosoftTier.CommercialSupport, nameof(draft.Tier), RoutingProblemCode.NotAPlan)
            .Line(draft.Reference = Given(draft.Reference), nameof(draft.Reference), LongestName, required: false)
            .Add(draft.Until < draft.From, nameof(draft.Until), RoutingProblemCode.EndsBeforeItBegins)
            .Add(draft.IncidentsLeft < 0, nameof(draft.IncidentsLeft), RoutingProblemCode.OutOfRange)
            .Add(draft.IncidentsLeft is not null && draft.Tier is not MicrosoftTier.ProductSupportIncidents, nameof(draft.IncidentsLeft), RoutingProblemCode.NotForThisDestination)),
        null, cancellationToken);

    public Task<RoutingOutcome> DeletePlanAsync(StaffUser by, long id, int version, CancellationToken cancellationToken) =>
        editor.DeleteAsync<HeldPlan>(by, id, version, null, cancellationToken);

    /// <param name="draft">Without an id: added.</param>
    public Task<RoutingOutcome> SaveBoundaryAsync(StaffUser by, SupportBoundary draft, CancellationToken cancellationToken) => editor.SaveAsync(
        by, draft, draft.Id == 0 ? null : draft.Id,
        (_, _) => Task.FromResult(new Checks()
            .Line(draft.Topic, nameof(draft.Topic), LongestTopic)
            .Add(draft.Product is SupportProduct.Marketplace, nameof(draft.Product), RoutingProblemCode.NotThisProduct)),
        null, cancellationToken);

    public Task<RoutingOutcome> DeleteBoundaryAsync(StaffUser by, long id, int version, CancellationToken cancellationToken) =>
        editor.DeleteAsync<SupportBoundary>(by, id, version, null, cancellationToken);

    /// <param name="version">Of the profile that was read; <see cref="RoutingTable.ModelVersion"/>.</param>
    public Task<RoutingOutcome> SetModelAsync(StaffUser by, PartnerModel model, int version, CancellationToken cancellationToken) => editor.SaveAsync(
        by, new PartnerProfile { Model = model, Version = version }, PartnerProfile.Only, (_, _) => Task.FromResult(new Checks()), null, cancellationToken);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
