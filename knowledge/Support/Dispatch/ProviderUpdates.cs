using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Takes what a provider says of a case that was sent to it; a case of anybody else is not found.</summary>
public sealed class ProviderUpdates(DbWriter writer, IClock clock)
{
    /// <param name="text">Untrusted; cut to what can be kept.</param>
    /// <returns>False when no such case was sent to the provider. A message seen before changes nothing and is true.</returns>
    public Task<bool> RecordAsync(
        SupportProvider provider, string messageId, long caseId, ProviderState state, string text, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            // What it got counts, not what it answered: it may speak before its answer is noted, and an answer may be lost on its way.
            if (!await db.ProviderDispatches.AnyAsync(known => known.CaseId == caseId && known.ProviderId == provider.Id && known.Attempts > 0, token))
                return false;
            if (await db.ProviderUpdates.AnyAsync(known => known.ProviderId == provider.Id && known.MessageId == messageId, token))
                return true;

            var now = clock.GetCurrentInstant();
            var words = Cut.To(text, ProviderUpdate.LongestText);
            db.Add(new ProviderUpdate { CaseId = caseId, ProviderId = provider.Id, MessageId = messageId, State = state, Text = words, At = now });
            db.Add(new CaseEvent { CaseId = caseId, Kind = CaseEventKind.Provider, At = now, By = provider.Name, Text = $"{state}: {words}" });
            db.Add(new AuditEntry
            {
                At = now,
                Actor = $"provider:{provider.Id}",
                Action = "case.provider-said",
                Subject = string.Create(CultureInfo.InvariantCulture, $"case:{caseId}"),
                Detail = state.ToString(),
            });
            if (state is ProviderState.HandedBack)
            {
                db.Add(new StaffTask
                {
                    Kind = StaffTaskKind.ProviderDispatch,
                    CaseId = caseId,
                    Subject = string.Create(CultureInfo.InvariantCulture, $"{provider.Name} hands case {caseId} back"),
                    DedupeKey = $"{provider.Id}:{messageId}",
                    CreatedAt = now,
                });
            }

            await db.SaveChangesAsync(token);
            return true;
        },
        cancellationToken);
}
