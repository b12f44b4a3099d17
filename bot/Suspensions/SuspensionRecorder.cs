using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Suspensions;

/// <summary>Records how an attempt ended. When it is done, the subscription's status and what the customer is told are in the same commit.</summary>
internal sealed class SuspensionRecorder(
    DbWriter writer, SuspensionNotices notices, Announcements announcements, MailSignal mail, IClock clock, DueClock due)
{
    private static readonly Duration FirstDelay = Duration.FromMinutes(1);
    private const int LongestDelayExponent = 6;

    public async Task RecordAsync(SuspensionClaim claim, SuspensionEnding ending, CancellationToken cancellationToken)
    {
        var told = await writer.CommitAsync(
            async (db, token) =>
            {
                var request = await db.Suspensions.AsTracking().SingleAsync(known => known.Id == claim.Request.Id, token);
                if (request.Version != claim.Request.Version)
                {
                    // The claim ran out and somebody else has it: what they find is recorded.
                    return [];
                }

                var conversations = await RecordAsync(db, request, ending, clock.GetCurrentInstant(), token);
                await db.SaveChangesAsync(token);
                return conversations;
            },
            cancellationToken);
        mail.Raise();
        foreach (var conversation in told)
        {
            announcements.Deliver(conversation);
        }
    }

    private async Task<IReadOnlyList<Knowledge.Conversations.Conversation>> RecordAsync(
        BillingDb db, SuspensionRequest request, SuspensionEnding ending, Instant now, CancellationToken cancellationToken)
    {
        request.Answer = ending.Answer;
        if (ending.State is SuspensionState.CarryingOut)
        {
            request.Version++;
            request.NextAttemptAt = await due.NowAsync(cancellationToken) + Delay(request.Attempts, ending.RetryAfter);
            SuspensionJournal.Note(db, request, SuspensionJournal.Bot, "postponed", ending.Answer, now);
            return [];
        }

        request.ConfirmedBy = ending.State is SuspensionState.Done ? request.ConfirmedBy : null;
        request.NextAttemptAt = null;
        await SuspensionJournal.MoveAsync(db, request, ending.State, SuspensionJournal.Bot, ending.Answer, now, cancellationToken);
        if (ending.State is not SuspensionState.Done)
        {
            return [];
        }

        var subscription = await db.Subscriptions.AsTracking().Include(known => known.Customer)
            .SingleAsync(known => known.Id == request.SubscriptionId, cancellationToken);
        subscription.Status = request.Kind is SuspensionKind.Suspend ? SubscriptionStatus.Suspended : SubscriptionStatus.Active;
        return await notices.TellAsync(db, request, subscription, now, cancellationToken);
    }

    private static Duration Delay(int attempts, TimeSpan? asked)
    {
        var own = FirstDelay * (1 << Math.Min(attempts - 1, LongestDelayExponent));
        return asked is { } wish ? Duration.Max(own, Duration.Min(Duration.FromTimeSpan(wish), SuspensionClaims.LongestAsked)) : own;
    }
}
