using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// The customer no longer disputes an invoice: whoever deals with that is told in the case, in whichever chat it was opened.
/// </summary>
/// <param name="CustomerId">Whose invoice it is.</param>
/// <param name="Invoice">Its number, with which the words of a dispute begin.</param>
/// <param name="Here">Number of the person's own open case in the chat where it is said; null for none.</param>
/// <param name="By">Name of who says so.</param>
/// <param name="Words">For staff.</param>
public sealed record CustomerWithdrewDispute(string CustomerId, string Invoice, long? Here, string By, string Words) : ICaseChange
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var begins = $"{Invoice}:";
        var open = await db.Cases.Where(known => known.CustomerId == CustomerId && known.Status != CaseStatus.Resolved).ToListAsync(cancellationToken);
        var numbers = open.ConvertAll(known => known.Id);
        var added = await db.CaseEvents.Where(happened => numbers.Contains(happened.CaseId) && happened.Kind == CaseEventKind.Detail && happened.Text != null)
            .Select(happened => new { happened.CaseId, happened.Text }).ToListAsync(cancellationToken);
        var told = open.Where(known => known.Id == Here
            || (known.Reason == CaseReason.Dispute && known.Summary.StartsWith(begins, StringComparison.Ordinal))
            || added.Exists(detail => detail.CaseId == known.Id && detail.Text!.StartsWith(begins, StringComparison.Ordinal)));
        foreach (var known in told)
        {
            await new CustomerAdded(known.Id, By, Words).ApplyAsync(db, now, cancellationToken);
        }
    }
}
