using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// A case's clock: time within the support hours of the customer's plan, while it is the staff's move. It stands still while
/// the customer is to answer, and ends when the case is resolved. Who has a plan that is not published, or none, has the first.
/// </summary>
public sealed class SlaClock(PublishedOffer offer)
{
    private const double Warning = 0.75;

    /// <param name="name">Of the customer's plan; null for a guest.</param>
    /// <returns>Null when the partner has published no plan at all.</returns>
    public SupportPlan? Plan(string? name) => offer.PlanOrFirst(name);

    /// <summary>Whether what the plan promises is noted on the case.</summary>
    public bool IsPromised(Case known, string? plan) => (known.FirstReplyTarget, known.ResolveTarget) == Targets(known, plan);

    /// <summary>Notes what the plan promises, where nothing is noted: a plan that is published anew changes no promise given.</summary>
    public void Promise(Case known, string? plan) => (known.FirstReplyTarget, known.ResolveTarget) = Targets(known, plan);

    /// <summary>Another urgency has another promise: it is noted by <see cref="Promise"/>, and told of when it is near or broken.</summary>
    public static void Unpromise(Case known)
    {
        (known.FirstReplyTarget, known.ResolveTarget) = (null, null);
        (known.SlaWarnedAt, known.SlaBreachedAt) = (null, null);
    }

    /// <summary>It is the customer's move.</summary>
    public void Stop(Case known, string? plan, Instant now)
    {
        known.SlaSeconds = (long)Used(known, plan, now).TotalSeconds;
        known.SlaRunningSince = null;
    }

    public SlaPosition Position(Case known, string? plan, Instant now)
    {
        var used = Used(known, plan, now);
        var isPaused = known.SlaRunningSince is null || !known.IsOpen;
        var (first, whole) = Targets(known, plan);
        var promises = new List<SlaPosition>();
        if (first is { } reply && known.FirstReplyAt is null)
        {
            promises.Add(Of(reply, isFirstReply: true));
        }

        if (whole is { } solution)
        {
            promises.Add(Of(solution, isFirstReply: false));
        }

        return promises.OrderByDescending(promise => promise.State).ThenBy(promise => promise.DueAt ?? Instant.MaxValue).FirstOrDefault()
            ?? new SlaPosition(SlaState.None, IsFirstReply: false, null, used, isPaused);

        SlaPosition Of(int minutes, bool isFirstReply)
        {
            var target = Duration.FromMinutes(minutes);
            var state = used >= target ? SlaState.Breached : used >= target * Warning ? SlaState.Soon : SlaState.Ok;
            return new(state, isFirstReply, isPaused ? null : DueAt(known, plan, target), used, isPaused);
        }
    }

    private (int? FirstReply, int? Resolve) Targets(Case known, string? plan)
    {
        var published = Plan(plan)?.Targets.For(known.Urgency) ?? ResponseTarget.None;
        return (known.FirstReplyTarget ?? published.FirstReply, known.ResolveTarget ?? published.Resolve);
    }

    private Duration Used(Case known, string? plan, Instant now)
    {
        var before = Duration.FromSeconds(known.SlaSeconds);
        return known.SlaRunningSince is { } since && Plan(plan) is { } published
            ? before + BusinessTime.Between(published.Calendar, since, known.ResolvedAt ?? now)
            : before;
    }

    private Instant? DueAt(Case known, string? plan, Duration target)
    {
        var rest = target - Duration.FromSeconds(known.SlaSeconds);
        return known.SlaRunningSince is { } since && Plan(plan) is { } published
            ? rest > Duration.Zero ? BusinessTime.After(published.Calendar, since, rest) : since
            : null;
    }
}
