using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>
/// The one way to move a request on: the move must be legal, it is audited, what waited for staff before is closed, and
/// what waits for them now is opened, all in the caller's transaction.
/// </summary>
public static class SuspensionJournal
{
    public const string Bot = "bot";

    /// <summary>A new request, already saved.</summary>
    public static Task BeginAsync(BillingDb db, SuspensionRequest request, StaffMember by, CancellationToken cancellationToken) =>
        WriteAsync(db, request, by.Actor, request.Reason, request.RequestedAt, cancellationToken);

    /// <param name="db">The transaction.</param>
    /// <param name="request">Tracked.</param>
    /// <param name="to">The next state.</param>
    /// <param name="actor">As the audit names who moves it.</param>
    /// <param name="detail">For the audit, and for staff if it now waits for them.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="InvalidOperationException">The move is not legal.</exception>
    public static Task MoveAsync(
        BillingDb db, SuspensionRequest request, SuspensionState to, string actor, string? detail, Instant now, CancellationToken cancellationToken)
    {
        if (!SuspensionMoves.AreLegal(request.State, to))
        {
            throw new InvalidOperationException($"Request {request.Id} cannot go from {request.State} to {to}.");
        }

        (request.State, request.Version) = (to, request.Version + 1);
        if (!SuspensionMoves.Open.Contains(to))
        {
            request.FinishedAt = now;
        }

        return WriteAsync(db, request, actor, detail, now, cancellationToken);
    }

    /// <summary>Notes something that moved nothing, such as a refusal.</summary>
    public static void Note(BillingDb db, SuspensionRequest request, string actor, string what, string? detail, Instant now) => db.Add(new AuditEntry
    {
        At = now,
        Actor = actor,
        Action = $"{(request.Kind is SuspensionKind.Suspend ? "suspension" : "reactivation")}.{what}",
        Subject = $"suspension:{request.Id}",
        CustomerId = request.CustomerId,
        Detail = detail,
    });

    private static async Task WriteAsync(
        BillingDb db, SuspensionRequest request, string actor, string? detail, Instant now, CancellationToken cancellationToken)
    {
        await SuspensionTasks.CloseAsync(db, request.Id, actor, now, cancellationToken);
        Note(db, request, actor, Verb(request, actor), detail, now);
        var what = $"{request.Kind} {request.SubscriptionId} of {request.CustomerId}";
        if (Waiting(request) is { } waiting)
        {
            await SuspensionTasks.OpenOnceAsync(db, request, waiting.Key, $"{what}: {waiting.Subject}", detail, now, cancellationToken);
        }
    }

    private static string Verb(SuspensionRequest request, string actor) => request.State switch
    {
        SuspensionState.CarryingOut => actor == Bot ? "attempted" : "confirmed",
        SuspensionState.NeedsHand => "needs-hand",
        var state => state.ToString().ToLowerInvariant(),
    };

    /// <summary>Numbered by version: the same request may come back to the same people.</summary>
    private static (string Key, string Subject)? Waiting(SuspensionRequest request) => request.State switch
    {
        SuspensionState.Requested => ("approve", $"request {request.Id} by {request.RequestedBy} waits for a second person"),
        SuspensionState.NeedsHand => ($"hand:{request.Version}", $"do it by hand, then: suspension confirm {request.Id}"),
        SuspensionState.Failed => ("failed", $"request {request.Id} failed"),
        _ => null,
    };
}
