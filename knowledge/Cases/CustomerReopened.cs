using System.Globalization;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// The customer takes a closed case up again: it waits in its queue. Asked for in another conversation of the same person,
/// the case moves there, so that what they write reaches staff; the history names the earlier one.
/// </summary>
/// <param name="CaseId">Of the case.</param>
/// <param name="Asker">Who asks; the caller has found that it is theirs.</param>
/// <param name="By">Name of who asks.</param>
/// <param name="Words">What is not solved, in their words; null when not said.</param>
public sealed record CustomerReopened(long CaseId, CaseAsker Asker, string By, string? Words) : ICaseChange
{
    /// <exception cref="InvalidOperationException">It was reopened meanwhile.</exception>
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        if (known.IsOpen)
        {
            throw new InvalidOperationException("Only a closed case can be reopened.");
        }

        if (known.ConversationId != Asker.ConversationId)
        {
            var earlier = known.ConversationId.ToString(CultureInfo.InvariantCulture);
            db.Add(new CaseEvent { CaseId = known.Id, Kind = CaseEventKind.Moved, At = now, By = By, Text = earlier });
            var entry = db.Entry(known);
            entry.Property(moved => moved.ConversationId).CurrentValue = Asker.ConversationId;
            entry.Property(moved => moved.SenderId).CurrentValue = Asker.SenderId;
            entry.Property(moved => moved.IsGroup).CurrentValue = Asker.IsGroup;
        }

        CaseEndings.Reopen(known, now);
        known.LastCustomerAt = now;
        known.Version++;
        await CaseBinding.BindAsync(db, known, known.Id, cancellationToken);
        CaseJournal.Record(db, known, CaseEventKind.Reopened, By, $"person:{Asker.PersonId ?? Asker.SenderId}", Words, now);
    }
}
