using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>Opens a case with the turn that announces it.</summary>
/// <param name="Case">Complete, with a number from <see cref="CaseNumbers"/>.</param>
/// <param name="RoutingWords">Why it went where it went, for the history.</param>
public sealed record CaseOpening(Case Case, string RoutingWords) : ICaseChange
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.FindAsync([Case.ConversationId], cancellationToken)
            ?? throw new InvalidOperationException("The conversation of a turn exists.");
        if (db.Entry(conversation).State == EntityState.Detached)
        {
            db.Attach(conversation);
        }

        conversation.CaseId = Case.Id;
        Case.SlaRunningSince ??= now;
        (Case.LastCustomerAt, Case.HeldSince) = (now, now);
        db.Add(Case);
        db.Add(new CaseEvent { CaseId = Case.Id, Kind = CaseEventKind.Opened, At = now, By = Case.SenderName ?? "guest", Text = Case.Reason.ToString() });
        db.Add(new CaseEvent { CaseId = Case.Id, Kind = CaseEventKind.Routed, At = now, By = "bot", Text = RoutingWords });
    }
}
